import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { sequenceSamples } from '../finetune/head/samples.ts';
import { scoreSamples } from '../finetune/head/score.ts';
import { PLAIN } from '../finetune/labels/labels.ts';
import { loadRatingRun } from './text-head.ts';

/** What ratings texts would have. Throws TEXT_EMPTY and the errors of `loadRatingRun`. */
export const classifyJob: JobFunction<Parsed<'text.classify'>, Output<'text.classify'>> = async (input, context) => {
  const empty = input.texts.findIndex((text) => text.trim() === '');
  if (empty >= 0) throw emptyText(empty);
  const rating = await loadRatingRun(context.workspace.path, input.run);
  try {
    const { run, all, classes, members, temperature } = rating;
    const samples = sequenceSamples(input.texts.map(run.sequenceOf));
    const rows = Int32Array.from(input.texts.keys());
    const probabilities = new Float32Array(rows.length * classes.length);
    for (const weights of all) {
      const model = { encoder: run.encoder, weights, scale: PLAIN };
      scoreSamples(model, samples, rows, context.checkCancelled).forEach((score, i) => {
        probabilities[i]! += score / members / temperature;
      });
    }
    for (const row of rows) softmax(probabilities.subarray(row * classes.length, (row + 1) * classes.length));
    return { run: run.id, classes: [...classes], probabilities };
  } finally {
    rating.dispose();
  }
};

function softmax(scores: Float32Array): void {
  const largest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k]! - largest);
    sum += scores[k]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
}

function emptyText(at: number): PortraitError {
  return new PortraitError({
    code: 'TEXT_EMPTY',
    message: `Text ${at + 1} is empty.`,
    hint: 'Type at least one word.',
    details: { text: at },
  });
}
