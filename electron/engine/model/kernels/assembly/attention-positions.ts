// Positions of the queries: ascending indices into a batch of sequences.

/** Returns the first query from `first` on with a position of at least `limit`. */
export function pastQueries(first: i32, queries: i32, positions: usize, limit: i32): i32 {
  let past = first;
  while (past < queries && i32.load(positions + (<usize>past << 2)) < limit) past++;
  return past;
}

/** Returns a query's position within its sequence, the b-th. */
// @ts-ignore: decorator
@inline
export function positionOf(positions: usize, query: i32, b: i32, length: i32): i32 {
  return i32.load(positions + (<usize>query << 2)) - b * length;
}

/** Returns the number of keys, out of `end`, that a query attends to. */
// @ts-ignore: decorator
@inline
export function seenBy(position: i32, end: i32, causal: bool): i32 {
  return causal ? min(end, position + 1) : end;
}
