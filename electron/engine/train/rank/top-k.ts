import { FIRST_TOKEN } from '../../sequence/fields.ts';

/** The `count` tokens with the highest scores, the best first, of equal ones the lower token; 0 where there are fewer. */
export function firstTokens(scores: Float32Array, excluded: Uint8Array, count: number): Int32Array {
  const first = new Int32Array(count);
  let filled = 0;
  for (let token = FIRST_TOKEN; token < scores.length; token++) {
    const score = scores[token]!;
    if (excluded[token] || Number.isNaN(score)) continue;
    if (filled === count && score <= scores[first[count - 1]!]!) continue;
    let at = filled < count ? filled++ : count - 1;
    for (; at > 0 && scores[first[at - 1]!]! < score; at--) first[at] = first[at - 1]!;
    first[at] = token;
  }
  return first;
}
