import { FIRST_TOKEN } from '../sequence/fields.ts';

/** How well known each item is. */
export interface Known {
  /** 0 for the least popular item, 1 for the most, equal ones alike; by token. */
  readonly percentile: Float64Array;
  /** -log2 of the share of users who have it, in bits; by token. */
  readonly novelty: Float64Array;
}

/** `holders`: by token, how many of `users` have the item. */
export function knownFrom(holders: ArrayLike<number>, users: number): Known {
  const tokens = Array.from({ length: holders.length - FIRST_TOKEN }, (_, i) => FIRST_TOKEN + i);
  const ascending = tokens.toSorted((a, b) => holders[a]! - holders[b]!);
  const percentile = new Float64Array(holders.length);
  const novelty = new Float64Array(holders.length);
  for (let start = 0, end = 0; start < ascending.length; start = end) {
    const count = holders[ascending[start]!]!;
    while (end < ascending.length && holders[ascending[end]!]! === count) end++;
    const middle = ascending.length > 1 ? (start + end - 1) / 2 / (ascending.length - 1) : 1;
    for (const token of ascending.slice(start, end)) {
      percentile[token] = middle;
      novelty[token] = Math.log2(Math.max(1, users) / Math.max(1, count));
    }
  }
  return { percentile, novelty };
}

/** Coverage, mean popularity and mean novelty of first places; 0 stands for an empty place. */
export function reachOf(first: Int32Array, { percentile, novelty }: Known) {
  const filled = first.filter((token) => token >= FIRST_TOKEN);
  return {
    coverage: new Set(filled).size / (percentile.length - FIRST_TOKEN),
    popularity: meanOf(filled, percentile),
    novelty: meanOf(filled, novelty),
  };
}

/** Mean of a value by token over tokens; 0 of none. */
export function meanOf(tokens: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (const token of tokens) sum += values[token]!;
  return tokens.length > 0 ? sum / tokens.length : 0;
}
