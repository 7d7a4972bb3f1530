// Brute force: the scores of some rows for some columns, six rows and eight columns at a time in registers. A score is
// compared with the last of the row's list before anything is stored, which it rarely passes.
import { madd } from '../../../model/kernels/assembly/simd';
import { insert } from './lists';

const ROWS: i32 = 6;
const COLUMNS: i32 = 8;
/** Rows per tile: their vectors stay in the cache while all columns pass. */
const TILE: i32 = 96;
/** Bytes of scores of a row that the scratch memory of a thread begins with. */
const SPARE: usize = 32;

/** Bytes of scratch memory per thread. */
export function joinWork(width: i32): usize {
  return SPARE + (<usize>COLUMNS << 2) + <usize>(COLUMNS * width) * 4;
}

/**
 * Compares rows with columns and puts the columns into the rows' lists. Rows and columns are ids at `rowIds` and
 * `columnIds`; 0 stands for 0, 1, 2 and so on. The list of a row is that of its id, or with `byPosition` that of its
 * position in `rowIds`. A row is no neighbour of itself.
 */
export function join(
  rowStart: i32, rowEnd: i32, rowIds: usize, byPosition: bool, columnStart: i32, columnEnd: i32, columnIds: usize,
  vectors: usize, bias: usize, width: i32, k: i32, scores: usize, indices: usize, flag: i32, work: usize,
): void {
  const bytes = <usize>width << 2;
  for (let tile = rowStart; tile < rowEnd; tile += TILE) {
    const tileEnd = min(tile + TILE, rowEnd);
    for (let column = columnStart; column < columnEnd; column += COLUMNS) {
      const columns = min(COLUMNS, columnEnd - column);
      pack(column, columns, columnIds, vectors, bias, width, work + SPARE);
      for (let row = tile; row < tileEnd; row += ROWS) {
        scoreBlock(row, min(ROWS, tileEnd - row), rowIds, byPosition, column, columns, columnIds, vectors, bytes, k, scores, indices, flag, work);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
export function idAt(ids: usize, position: i32): i32 {
  return ids == 0 ? position : i32.load(ids + (<usize>position << 2));
}

/** Packs the negated biases of columns, then (width, COLUMNS); missing columns have bias infinity. */
function pack(column: i32, columns: i32, ids: usize, vectors: usize, bias: usize, width: i32, out: usize): void {
  for (let j = 0; j < COLUMNS; j++) {
    const id = idAt(ids, column + min(j, columns - 1));
    f32.store(out + (<usize>j << 2), j < columns ? -f32.load(bias + (<usize>id << 2)) : -Infinity);
    let from = vectors + (<usize>id * width << 2);
    let to = out + (<usize>(COLUMNS + j) << 2);
    for (let i = 0; i < width; i++) {
      f32.store(to, f32.load(from));
      from += 4;
      to += COLUMNS << 2;
    }
  }
}

function scoreBlock(
  row: i32, rows: i32, rowIds: usize, byPosition: bool, column: i32, columns: i32, columnIds: usize,
  vectors: usize, bytes: usize, k: i32, scores: usize, indices: usize, flag: i32, work: usize,
): void {
  const last = row + rows - 1;
  const i0 = idAt(rowIds, row), i1 = idAt(rowIds, min(row + 1, last)), i2 = idAt(rowIds, min(row + 2, last));
  const i3 = idAt(rowIds, min(row + 3, last)), i4 = idAt(rowIds, min(row + 4, last)), i5 = idAt(rowIds, min(row + 5, last));
  const a0 = vectors + <usize>i0 * bytes, a1 = vectors + <usize>i1 * bytes, a2 = vectors + <usize>i2 * bytes;
  const a3 = vectors + <usize>i3 * bytes, a4 = vectors + <usize>i4 * bytes, a5 = vectors + <usize>i5 * bytes;
  let b = work + SPARE;
  const h0 = v128.load(b), h1 = v128.load(b, 16);
  let c00 = h0, c01 = h1, c10 = h0, c11 = h1, c20 = h0, c21 = h1;
  let c30 = h0, c31 = h1, c40 = h0, c41 = h1, c50 = h0, c51 = h1;
  for (let at: usize = 0; at < bytes; at += 4) {
    b += COLUMNS << 2;
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a0 + at);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load_splat<f32>(a1 + at);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load_splat<f32>(a2 + at);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load_splat<f32>(a3 + at);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load_splat<f32>(a4 + at);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load_splat<f32>(a5 + at);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
  }
  keep(c00, c01, i0, byPosition ? row : i0, column, columns, columnIds, k, scores, indices, flag, work);
  if (rows > 1) keep(c10, c11, i1, byPosition ? row + 1 : i1, column, columns, columnIds, k, scores, indices, flag, work);
  if (rows > 2) keep(c20, c21, i2, byPosition ? row + 2 : i2, column, columns, columnIds, k, scores, indices, flag, work);
  if (rows > 3) keep(c30, c31, i3, byPosition ? row + 3 : i3, column, columns, columnIds, k, scores, indices, flag, work);
  if (rows > 4) keep(c40, c41, i4, byPosition ? row + 4 : i4, column, columns, columnIds, k, scores, indices, flag, work);
  if (rows > 5) keep(c50, c51, i5, byPosition ? row + 5 : i5, column, columns, columnIds, k, scores, indices, flag, work);
}

/** Inserts those of eight scores that exceed the last of the list. */
// @ts-ignore: decorator
@inline
function keep(
  c0: v128, c1: v128, id: i32, list: i32, column: i32, columns: i32, columnIds: usize, k: i32, scores: usize, indices: usize, flag: i32, work: usize,
): void {
  const at = <usize>list * k << 2;
  const lowest = v128.load_splat<f32>(scores + at + (<usize>(k - 1) << 2));
  if (!v128.any_true(v128.or(f32x4.gt(c0, lowest), f32x4.gt(c1, lowest)))) return;
  v128.store(work, c0);
  v128.store(work, c1, 16);
  insertEight(id, column, columns, columnIds, k, scores + at, indices + at, flag, work);
}

function insertEight(
  id: i32, column: i32, columns: i32, columnIds: usize, k: i32, scores: usize, indices: usize, flag: i32, work: usize,
): void {
  for (let j = 0; j < columns; j++) {
    const score = f32.load(work + (<usize>j << 2));
    if (!(score > f32.load(scores + (<usize>(k - 1) << 2)))) continue;
    const other = idAt(columnIds, column + j);
    if (other != id) insert(scores, indices, k, score, other, flag);
  }
}

/** Exact neighbours of the rows `start` to `end` of `rowIds` among all points. */
export function exactNeighbours(
  start: i32, end: i32, thread: i32, rowIds: usize, byPosition: bool, points: i32,
  vectors: usize, bias: usize, width: i32, k: i32, scores: usize, indices: usize, work: usize, workBytes: usize,
): void {
  join(start, end, rowIds, byPosition, 0, points, 0, vectors, bias, width, k, scores, indices, 0, work + <usize>thread * workBytes);
}
