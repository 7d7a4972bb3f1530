import { sequenceSamples } from '../finetune/head/samples.ts';
import { scoreSamples } from '../finetune/head/score.ts';
import { IDENTITY_SCALE } from '../finetune/labels/labels.ts';
import type { RatingRun } from './text-head.ts';

/**
 * Returns the scores of texts, (texts × classes), row-major: the mean of the members' scores divided by the
 * temperature; their softmax gives calibrated probabilities (Guo et al., 2017). `onBatch` receives the completed share.
 */
export function rateTexts(
  { run, memberWeights, classes, members, temperature }: RatingRun,
  texts: readonly string[],
  onBatch: (share: number) => void,
): Float32Array {
  const samples = sequenceSamples(texts.map(run.sequenceOf));
  const rows = Int32Array.from(texts.keys());
  const scores = new Float32Array(rows.length * classes.length);
  for (const [member, weights] of memberWeights.entries()) {
    const model = { encoder: run.encoder, weights, scale: IDENTITY_SCALE };
    const memberScores = scoreSamples(model, samples, rows, (done) => onBatch((member + done / rows.length) / members));
    memberScores.forEach((score, i) => {
      scores[i]! += score / members / temperature;
    });
  }
  return scores;
}
