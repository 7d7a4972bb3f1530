// Lists of nearest neighbours: k scores and k indices each, the highest score first. An empty place has score -infinity
// and index EMPTY. The sign bit of an index marks a neighbour that is new since the last iteration.

export const NEW: i32 = i32.MIN_VALUE;
export const EMPTY: i32 = i32.MAX_VALUE;

// @ts-ignore: decorator
@inline
export function plain(index: i32): i32 {
  return index & i32.MAX_VALUE;
}

/** Empties the lists `start` to `end`. */
export function emptyLists(start: i32, end: i32, _thread: i32, k: i32, scores: usize, indices: usize): void {
  for (let at = <usize>start * k << 2, last = <usize>end * k << 2; at < last; at += 4) {
    f32.store(scores + at, -Infinity);
    i32.store(indices + at, EMPTY);
  }
}

/** Whether a list contains an index. */
// @ts-ignore: decorator
@inline
function contains(indices: usize, k: i32, index: i32): bool {
  for (let at = indices, end = indices + (<usize>k << 2); at < end; at += 4) {
    if (plain(i32.load(at)) == index) return true;
  }
  return false;
}

/**
 * Inserts an index unless the list contains it; the caller has compared the score with the last. Equal scores stay in the
 * order in which they came. Returns whether it was inserted.
 */
export function insert(scores: usize, indices: usize, k: i32, score: f32, index: i32, flag: i32): bool {
  if (contains(indices, k, index)) return false;
  let at = <usize>(k - 1) << 2;
  while (at > 0) {
    const before = f32.load(scores + at - 4);
    if (before >= score) break;
    f32.store(scores + at, before);
    i32.store(indices + at, i32.load(indices + at - 4));
    at -= 4;
  }
  f32.store(scores + at, score);
  i32.store(indices + at, index | flag);
  return true;
}

/** Copies the lists `start` to `end` of points in another order to those of their ids, with ids as indices. */
export function renumberLists(
  start: i32, end: i32, _thread: i32, ids: usize, k: i32, scores: usize, indices: usize, toScores: usize, toIndices: usize,
): void {
  const bytes = <usize>k << 2;
  for (let i = start; i < end; i++) {
    const from = <usize>i * bytes;
    const to = <usize>i32.load(ids + (<usize>i << 2)) * bytes;
    memory.copy(toScores + to, scores + from, bytes);
    for (let j: usize = 0; j < bytes; j += 4) {
      const index = plain(i32.load(indices + from + j));
      i32.store(toIndices + to + j, i32.load(ids + (<usize>index << 2)));
    }
  }
}
