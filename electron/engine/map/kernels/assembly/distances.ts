// Turns scores into distances, computed without fused operations, and sorts the lists by them.
import { EMPTY } from './lists';
import { dot, squaredDistance } from './vectors';

/**
 * Replaces the scores of the lists `start` to `end` by distances, nearest first, at equal distance the lower index
 * first. `cosine`: 1 - cosine of unit vectors, as half the square of their distance, which is 0 for equal vectors; 1 for a
 * vector of zeros. Otherwise the Euclidean distance. An empty place
 * becomes the point itself at distance infinity.
 */
export function sortByDistance(
  start: i32, end: i32, _thread: i32, k: i32, cosine: bool, vectors: usize, width: i32, scores: usize, indices: usize,
): void {
  const bytes = <usize>width << 2;
  for (let row = start; row < end; row++) {
    const own = vectors + <usize>row * bytes;
    const isZero = cosine && dot(own, own, bytes) == 0;
    const list = <usize>row * k << 2;
    for (let j = 0; j < k; j++) {
      const index = i32.load(indices + list + (<usize>j << 2)) & i32.MAX_VALUE;
      if (index == EMPTY) {
        place(scores + list, indices + list, j, Infinity, row);
        continue;
      }
      const other = vectors + <usize>index * bytes;
      const square = squaredDistance(own, other, bytes);
      const distance: f32 = !cosine ? Mathf.sqrt(square) : isZero || dot(other, other, bytes) == 0 ? 1 : square / 2;
      place(scores + list, indices + list, j, distance, index);
    }
  }
}

/** Inserts a distance into the first `count` places of a sorted list. */
function place(distances: usize, indices: usize, count: i32, distance: f32, index: i32): void {
  let at = <usize>count << 2;
  while (at > 0) {
    const before = f32.load(distances + at - 4);
    if (before < distance || (before == distance && i32.load(indices + at - 4) < index)) break;
    f32.store(distances + at, before);
    i32.store(indices + at, i32.load(indices + at - 4));
    at -= 4;
  }
  f32.store(distances + at, distance);
  i32.store(indices + at, index);
}
