// Micro-kernel of matrix products: a 6 x 8 block of C stays in registers while k runs.
import { madd } from './simd';

/** Rows and columns of C per block. */
export const ROWS: i32 = 6;
export const COLUMNS: i32 = 8;
/** Bytes of scratch memory for a block that extends beyond the edge of C. */
export const SPARE: usize = 192;

/**
 * C (rows, columns) = A (rows, K) B (K, columns), or += with `more`; rows <= ROWS, columns <= COLUMNS. Strides are in
 * bytes: A's between rows (aRow) and between steps of k (aStep), so that A is read packed or in place; B's between
 * steps of k, each with COLUMNS readable floats (packColumns makes them); C's between rows. `spare`: SPARE bytes of
 * scratch memory.
 */
export function block(
  rows: i32, columns: i32, K: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, c: usize, cRow: usize, more: bool, spare: usize,
): void {
  if (columns == COLUMNS) {
    wide(rows, K, a, aRow, aStep, b, bStep, c, cRow, more);
    return;
  }
  wide(rows, K, a, aRow, aStep, b, bStep, spare, COLUMNS << 2, false);
  copyCut(rows, columns, spare, c, cRow, more);
}

/** Computes a block of all COLUMNS. The last row is repeated in place of missing rows. */
function wide(rows: i32, K: i32, a0: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, c: usize, cRow: usize, more: bool): void {
  const a1 = rows > 1 ? a0 + aRow : a0;
  const a2 = rows > 2 ? a1 + aRow : a1;
  const a3 = rows > 3 ? a2 + aRow : a2;
  const a4 = rows > 4 ? a3 + aRow : a3;
  const a5 = rows > 5 ? a4 + aRow : a4;
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
  let c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
  if (more) {
    let from = c;
    c00 = v128.load(from);
    c01 = v128.load(from, 16);
    if (rows > 1) from += cRow;
    c10 = v128.load(from);
    c11 = v128.load(from, 16);
    if (rows > 2) from += cRow;
    c20 = v128.load(from);
    c21 = v128.load(from, 16);
    if (rows > 3) from += cRow;
    c30 = v128.load(from);
    c31 = v128.load(from, 16);
    if (rows > 4) from += cRow;
    c40 = v128.load(from);
    c41 = v128.load(from, 16);
    if (rows > 5) from += cRow;
    c50 = v128.load(from);
    c51 = v128.load(from, 16);
  }
  let at: usize = 0;
  for (const end = aStep * K; at < end; at += aStep) {
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
    b += bStep;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  if (rows > 1) c += cRow;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  if (rows > 2) c += cRow;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  if (rows > 3) c += cRow;
  v128.store(c, c30);
  v128.store(c, c31, 16);
  if (rows > 4) c += cRow;
  v128.store(c, c40);
  v128.store(c, c41, 16);
  if (rows > 5) c += cRow;
  v128.store(c, c50);
  v128.store(c, c51, 16);
}

function copyCut(rows: i32, columns: i32, from: usize, c: usize, cRow: usize, more: bool): void {
  for (let i = 0; i < rows; i++) {
    let j: usize = 0;
    if (columns >= 4) {
      const x = v128.load(from);
      v128.store(c, more ? f32x4.add(v128.load(c), x) : x);
      j = 16;
    }
    for (; j < <usize>columns << 2; j += 4) {
      const x = f32.load(from + j);
      f32.store(c + j, more ? f32.load(c + j) + x : x);
    }
    from += COLUMNS << 2;
    c += cRow;
  }
}
