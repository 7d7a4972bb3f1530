import { sequenceSamples } from '../finetune/head/samples.ts';
import { scoreSamples } from '../finetune/head/score.ts';
import { PLAIN } from '../finetune/labels/labels.ts';
import type { RatingRun } from './text-head.ts';

/**
 * What a run says of texts, (texts × classes), row-major: the mean of its members' scores over its temperature, whose softmax are
 * calibrated probabilities (Guo et al., 2017). `onBatch` is told the share that is done.
 */
export function rateTexts(
  { run, all, classes, members, temperature }: RatingRun,
  texts: readonly string[],
  onBatch: (share: number) => void,
): Float32Array {
  const samples = sequenceSamples(texts.map(run.sequenceOf));
  const rows = Int32Array.from(texts.keys());
  const scores = new Float32Array(rows.length * classes.length);
  for (const [member, weights] of all.entries()) {
    const model = { encoder: run.encoder, weights, scale: PLAIN };
    const said = scoreSamples(model, samples, rows, (done) => onBatch((member + done / rows.length) / members));
    said.forEach((score, i) => {
      scores[i]! += score / members / temperature;
    });
  }
  return scores;
}
