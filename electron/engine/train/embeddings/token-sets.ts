/** Sets of tokens as a sparse matrix of sets × tokens. Tokens are numbered from 0 without the special ones. */
export interface TokenSets {
  readonly tokens: Int32Array;
  /** Set `s` spans `offsets[s]` to `offsets[s + 1]` (exclusive). */
  readonly offsets: Int32Array;
}

export function tokenSets(sets: Iterable<ReadonlySet<number>>): TokenSets {
  const tokens: number[] = [];
  const offsets = [0];
  for (const set of sets) {
    for (const token of set) tokens.push(token);
    offsets.push(tokens.length);
  }
  return { tokens: Int32Array.from(tokens), offsets: Int32Array.from(offsets) };
}
