// Where queries are: rising numbers of positions in a batch of sequences.

/** The first query from `first` on that is at `limit` or after. */
export function pastQueries(first: i32, queries: i32, places: usize, limit: i32): i32 {
  let past = first;
  while (past < queries && i32.load(places + (<usize>past << 2)) < limit) past++;
  return past;
}

/** A query's position in its own sequence, the b-th. */
// @ts-ignore: decorator
@inline
export function placeOf(places: usize, query: i32, b: i32, length: i32): i32 {
  return i32.load(places + (<usize>query << 2)) - b * length;
}

/** How many of the keys, which end at `end`, a query sees. */
// @ts-ignore: decorator
@inline
export function seenBy(place: i32, end: i32, causal: bool): i32 {
  return causal ? min(end, place + 1) : end;
}
