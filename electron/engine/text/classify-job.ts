import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { JobFunction } from '../jobs/context.ts';
import { rateTexts } from './rate-texts.ts';
import { loadRatingRun } from './text-head.ts';

/** Predicts the ratings of texts. Throws TEXT_EMPTY and the errors of `loadRatingRun`. */
export const classifyJob: JobFunction<Parsed<'text.classify'>, Output<'text.classify'>> = async (input, context) => {
  const empty = input.texts.findIndex((text) => text.trim() === '');
  if (empty >= 0) throw emptyText(empty);
  const rating = await loadRatingRun(context.workspace.path, input.run);
  try {
    const probabilities = rateTexts(rating, input.texts, context.checkCancelled);
    const { length } = rating.classes;
    for (const row of input.texts.keys()) softmax(probabilities.subarray(row * length, (row + 1) * length));
    return { run: input.run, classes: [...rating.classes], probabilities };
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

/** `at` is zero-based. */
export function emptyText(at: number): PortraitError {
  return new PortraitError({
    code: 'TEXT_EMPTY',
    message: `Text ${at + 1} is empty.`,
    hint: 'Enter at least one word.',
    details: { number: at + 1, variant: 'numbered' },
  });
}
