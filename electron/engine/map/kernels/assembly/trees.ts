// Random projection trees (Dasgupta and Freund, 2008): each level halves every segment of the points at the median of
// their projections to the difference of two of them. Points that share a leaf are likely to be neighbours, and the
// leaves of a tree are compared by brute force.
import { join } from './join';
import { NEW } from './lists';
import { below, bits } from './random';
import { dot } from './vectors';

/** First position of a segment of a level, which has 2^level of about equal size. */
// @ts-ignore: decorator
@inline
function bound(points: i32, level: i32, segment: i32): i32 {
  return <i32>((<u64>points * segment) >> level);
}

/** Sets ids to 0, 1, 2 and so on. */
export function startTree(start: i32, end: i32, _thread: i32, ids: usize): void {
  for (let i = start; i < end; i++) i32.store(ids + (<usize>i << 2), i);
}

/** Halves the segments `start` to `end` of a level. `work`: two vectors per thread. */
export function splitSegments(
  start: i32, end: i32, thread: i32, points: i32, level: i32, stream: u32, ids: usize, projections: usize, vectors: usize, width: i32, work: usize, workBytes: usize,
): void {
  const direction = work + <usize>thread * workBytes;
  for (let segment = start; segment < end; segment++) {
    const from = bound(points, level, segment);
    const to = bound(points, level, segment + 1);
    const middle = bound(points, level + 1, 2 * segment + 1);
    chooseDirection(from, to, bits(stream, (1 << level) + segment), ids, vectors, width, direction);
    project(from, to, ids, projections, vectors, <usize>width << 2, direction);
    selectMiddle(from, to - 1, middle, ids, projections);
  }
}

function chooseDirection(from: i32, to: i32, stream: u32, ids: usize, vectors: usize, width: i32, out: usize): void {
  const bytes = <usize>width << 2;
  const a = vectors + <usize>i32.load(ids + (<usize>(from + below(to - from, bits(stream, 0))) << 2)) * bytes;
  for (let attempt = 1; attempt < 4; attempt++) {
    const b = vectors + <usize>i32.load(ids + (<usize>(from + below(to - from, bits(stream, attempt))) << 2)) * bytes;
    for (let i: usize = 0; i < bytes; i += 16) v128.store(out + i, f32x4.sub(v128.load(a + i), v128.load(b + i)));
    if (dot(out, out, bytes) > 0) return;
  }
}

function project(from: i32, to: i32, ids: usize, projections: usize, vectors: usize, bytes: usize, direction: usize): void {
  for (let i = from; i < to; i++) {
    const at = <usize>i << 2;
    f32.store(projections + at, dot(vectors + <usize>i32.load(ids + at) * bytes, direction, bytes));
  }
}

/** Whether the point at position i precedes a point with this projection and id. */
// @ts-ignore: decorator
@inline
function precedes(ids: usize, projections: usize, i: i32, projection: f32, id: i32): bool {
  const own = f32.load(projections + (<usize>i << 2));
  return own < projection || (own == projection && i32.load(ids + (<usize>i << 2)) < id);
}

// @ts-ignore: decorator
@inline
function follows(ids: usize, projections: usize, i: i32, projection: f32, id: i32): bool {
  const own = f32.load(projections + (<usize>i << 2));
  return own > projection || (own == projection && i32.load(ids + (<usize>i << 2)) > id);
}

/** Moves the points with the lowest projections before `middle` (Hoare's selection). */
function selectMiddle(from: i32, to: i32, middle: i32, ids: usize, projections: usize): void {
  while (from < to) {
    const pivot = <usize>((from + to) >>> 1) << 2;
    const projection = f32.load(projections + pivot);
    const id = i32.load(ids + pivot);
    let i = from, j = to;
    while (i <= j) {
      while (precedes(ids, projections, i, projection, id)) i++;
      while (follows(ids, projections, j, projection, id)) j--;
      if (i > j) break;
      swap(ids, projections, i++, j--);
    }
    if (middle <= j) to = j;
    else if (middle >= i) from = i;
    else return;
  }
}

// @ts-ignore: decorator
@inline
function swap(ids: usize, projections: usize, i: i32, j: i32): void {
  const a = <usize>i << 2, b = <usize>j << 2;
  const id = i32.load(ids + a), projection = f32.load(projections + a);
  i32.store(ids + a, i32.load(ids + b));
  f32.store(projections + a, f32.load(projections + b));
  i32.store(ids + b, id);
  f32.store(projections + b, projection);
}

/** Compares all points of each of the leaves `start` to `end`, which are the segments of a level. */
export function joinLeaves(
  start: i32, end: i32, thread: i32, points: i32, level: i32, ids: usize,
  vectors: usize, bias: usize, width: i32, k: i32, scores: usize, indices: usize, work: usize, workBytes: usize,
): void {
  for (let leaf = start; leaf < end; leaf++) {
    const from = bound(points, level, leaf);
    const to = bound(points, level, leaf + 1);
    join(from, to, ids, false, from, to, ids, vectors, bias, width, k, scores, indices, NEW, work + <usize>thread * workBytes);
  }
}
