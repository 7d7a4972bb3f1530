// NN-descent (Dong, Moses and Li, Efficient K-Nearest Neighbor Graph Construction for Generic Similarity Measures, 2011):
// a neighbour of a neighbour is likely to be a neighbour. In place of the local join, each point gathers the neighbours
// of its neighbours and reverse neighbours from a copy of the lists and changes only its own list, so that the result does not
// depend on the number of threads.
import { insert, NEW, plain } from './lists';
import { below, bits } from './random';
import { dot } from './vectors';

/** Copies the lists `start` to `end` and clears their marks. */
export function copyLists(start: i32, end: i32, _thread: i32, k: i32, indices: usize, copy: usize): void {
  for (let at = <usize>start * k << 2, last = <usize>end * k << 2; at < last; at += 4) {
    const index = i32.load(indices + at);
    i32.store(copy + at, index);
    i32.store(indices + at, plain(index));
  }
}

/** Lists for each point the points that it is a neighbour of, at offsets[point] to offsets[point + 1], by one thread. */
export function reverseLists(_start: i32, _end: i32, _thread: i32, points: i32, k: i32, copy: usize, offsets: usize, sources: usize): void {
  memory.fill(offsets, 0, <usize>(points + 1) << 2);
  const entries = <usize>points * k << 2;
  for (let at: usize = 0; at < entries; at += 4) {
    const to = offsets + (<usize>plain(i32.load(copy + at)) << 2);
    i32.store(to, i32.load(to) + 1);
  }
  for (let p = 1; p <= points; p++) {
    const at = offsets + (<usize>p << 2);
    i32.store(at, i32.load(at) + i32.load(at - 4));
  }
  for (let p = points - 1; p >= 0; p--) {
    for (let j = 0; j < k; j++) {
      const index = i32.load(copy + (<usize>(p * k + j) << 2));
      const at = offsets + (<usize>plain(index) << 2);
      const to = i32.load(at) - 1;
      i32.store(at, to);
      i32.store(sources + (<usize>to << 2), p | (index & NEW));
    }
  }
}

/**
 * Compares the points `start` to `end` with the neighbours of their neighbours and of at most `most` of their reverse
 * neighbours, where one of the two steps is new. `visited`: a number per point and thread; `round`: number of the
 * iteration, from 0. Returns the number of changes.
 */
export function descend(
  start: i32, end: i32, thread: i32, points: i32, k: i32, copy: usize, offsets: usize, sources: usize, most: i32, round: i32, stream: u32,
  vectors: usize, bias: usize, width: i32, scores: usize, indices: usize, visited: usize,
): i32 {
  visited += <usize>thread * points << 2;
  let changes = 0;
  for (let p = start; p < end; p++) {
    const mark = round * points + p + 1;
    const list = <usize>p * k << 2;
    i32.store(visited + (<usize>p << 2), mark);
    for (let j: usize = 0; j < <usize>k << 2; j += 4) i32.store(visited + (<usize>plain(i32.load(copy + list + j)) << 2), mark);
    for (let j: usize = 0; j < <usize>k << 2; j += 4) {
      changes += gather(p, i32.load(copy + list + j), k, copy, vectors, bias, width, scores + list, indices + list, visited, mark);
    }
    const from = i32.load(offsets + (<usize>p << 2));
    const count = i32.load(offsets + (<usize>p << 2), 4) - from;
    for (let j = 0, all = min(count, most); j < all; j++) {
      const place = count <= most ? j : <i32>below(count, bits(stream + p, round * most + j));
      const through = i32.load(sources + (<usize>(from + place) << 2));
      changes += gather(p, through, k, copy, vectors, bias, width, scores + list, indices + list, visited, mark);
    }
  }
  return changes;
}

/** Compares a point with the neighbours of another. */
// @ts-ignore: decorator
@inline
function gather(
  p: i32, through: i32, k: i32, copy: usize, vectors: usize, bias: usize, width: i32, scores: usize, indices: usize, visited: usize, mark: i32,
): i32 {
  const own = vectors + (<usize>p * width << 2);
  const last = <usize>(k - 1) << 2;
  let changes = 0;
  for (let at = copy + (<usize>plain(through) * k << 2), end = at + (<usize>k << 2); at < end; at += 4) {
    const index = i32.load(at);
    if ((through | index) >= 0) continue;
    const other = plain(index);
    const seen = visited + (<usize>other << 2);
    if (i32.load(seen) == mark) continue;
    i32.store(seen, mark);
    const score = dot(own, vectors + (<usize>other * width << 2), <usize>width << 2) - f32.load(bias + (<usize>other << 2));
    if (score > f32.load(scores + last) && insert(scores, indices, k, score, other, NEW)) changes++;
  }
  return changes;
}
