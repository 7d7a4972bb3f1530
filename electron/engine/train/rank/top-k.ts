import { FIRST_TOKEN } from '../../sequence/fields.ts';

/**
 * Returns the `count` tokens with the highest scores, best first, ties by lower token; padded with 0 if there are
 * fewer.
 */
export function topK(scores: Float32Array, excluded: Uint8Array, count: number): Int32Array {
  const top = new Int32Array(count);
  let filled = 0;
  for (let token = FIRST_TOKEN; token < scores.length; token++) {
    const score = scores[token]!;
    if (excluded[token] || Number.isNaN(score)) continue;
    if (filled === count && score <= scores[top[count - 1]!]!) continue;
    let at = filled < count ? filled++ : count - 1;
    for (; at > 0 && scores[top[at - 1]!]! < score; at--) top[at] = top[at - 1]!;
    top[at] = token;
  }
  return top;
}
