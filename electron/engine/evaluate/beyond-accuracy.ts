import { FIRST_TOKEN } from '../sequence/fields.ts';

/** Popularity of each item. */
export interface ItemPopularity {
  /** 0 for the least popular item, 1 for the most popular, ties share their mean; by token. */
  readonly percentile: Float64Array;
  /** -log2 of the share of users who have the item, in bits; by token. */
  readonly novelty: Float64Array;
}

/** `userCounts`: by token, how many of `users` have the item. */
export function itemPopularity(userCounts: ArrayLike<number>, users: number): ItemPopularity {
  const tokens = Array.from({ length: userCounts.length - FIRST_TOKEN }, (_, i) => FIRST_TOKEN + i);
  const ascending = tokens.toSorted((a, b) => userCounts[a]! - userCounts[b]!);
  const percentile = new Float64Array(userCounts.length);
  const novelty = new Float64Array(userCounts.length);
  for (let start = 0, end = 0; start < ascending.length; start = end) {
    const count = userCounts[ascending[start]!]!;
    while (end < ascending.length && userCounts[ascending[end]!]! === count) end++;
    const middle = ascending.length > 1 ? (start + end - 1) / 2 / (ascending.length - 1) : 1;
    for (const token of ascending.slice(start, end)) {
      percentile[token] = middle;
      novelty[token] = Math.log2(Math.max(1, users) / Math.max(1, count));
    }
  }
  return { percentile, novelty };
}

/** Returns coverage, mean popularity and mean novelty of the top items; 0 marks an empty place. */
export function beyondAccuracy(topTokens: Int32Array, { percentile, novelty }: ItemPopularity) {
  const tokens = topTokens.filter((token) => token >= FIRST_TOKEN);
  return {
    coverage: new Set(tokens).size / (percentile.length - FIRST_TOKEN),
    popularity: meanOf(tokens, percentile),
    novelty: meanOf(tokens, novelty),
  };
}

/** Mean of a per-token value over tokens; 0 if there are none. */
export function meanOf(tokens: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (const token of tokens) sum += values[token]!;
  return tokens.length > 0 ? sum / tokens.length : 0;
}
