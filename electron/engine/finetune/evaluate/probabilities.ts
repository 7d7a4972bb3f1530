import type { Labels } from '../labels/labels.ts';

/**
 * Returns the softmax of each row's scores, or their sigmoids for labels; numbers are unchanged. (rows × outputs),
 * row-major.
 */
export function probabilities(
  { kind, names }: Pick<Labels, 'kind' | 'names'>,
  scores: Float32Array | Float64Array,
): Float32Array {
  if (kind === 'number') return Float32Array.from(scores);
  if (kind === 'labels') return Float32Array.from(scores, (score) => 1 / (1 + Math.exp(-score)));
  const chances = new Float32Array(scores.length);
  for (let at = 0; at < scores.length; at += names.length) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = at; k < at + names.length; k++) largest = Math.max(largest, scores[k]!);
    let sum = 0;
    for (let k = at; k < at + names.length; k++) {
      chances[k] = Math.exp(scores[k]! - largest);
      sum += chances[k]!;
    }
    for (let k = at; k < at + names.length; k++) chances[k]! /= sum;
  }
  return chances;
}
