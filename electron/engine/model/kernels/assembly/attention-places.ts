// Positions of the queries: ascending indices into a batch of sequences.

/** Returns the first query from `first` on with a position of at least `limit`. */
export function pastQueries(first: i32, queries: i32, places: usize, limit: i32): i32 {
  let past = first;
  while (past < queries && i32.load(places + (<usize>past << 2)) < limit) past++;
  return past;
}

/** Returns a query's position within its sequence, the b-th. */
// @ts-ignore: decorator
@inline
export function placeOf(places: usize, query: i32, b: i32, length: i32): i32 {
  return i32.load(places + (<usize>query << 2)) - b * length;
}

/** Returns the number of keys, out of `end`, that a query attends to. */
// @ts-ignore: decorator
@inline
export function seenBy(place: i32, end: i32, causal: bool): i32 {
  return causal ? min(end, place + 1) : end;
}
