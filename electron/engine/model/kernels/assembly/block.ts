// The micro-kernel of matrix products: a block of C, 6 x 8, stays in registers while k runs.
import { madd } from './simd';

/** Rows and columns of C that one block has. */
export const ROWS: i32 = 6;
export const COLUMNS: i32 = 8;
/** Bytes that a block takes which is cut by an edge of C. */
export const SPARE: usize = 192;

/**
 * C (rows, columns) = A (rows, K) B (K, columns), added to what is there with `more`; rows <= ROWS, columns <= COLUMNS.
 * Strides are in bytes: A's between rows (aRow) and steps of k (aStep), so that it is read packed or as it lies; B's between steps
 * of k, with COLUMNS floats that may be read at each (packColumns makes them); C's between rows. `spare`: SPARE bytes.
 */
export function block(
  rows: i32, columns: i32, K: i32, a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, c: usize, cRow: usize, more: bool, spare: usize,
): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
  let c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
  // Rows that are not there are played by the last one that is.
  let a1 = rows > 1 ? a + aRow : a;
  let a2 = rows > 2 ? a1 + aRow : a1;
  let a3 = rows > 3 ? a2 + aRow : a2;
  let a4 = rows > 4 ? a3 + aRow : a3;
  let a5 = rows > 5 ? a4 + aRow : a4;
  for (let k = 0; k < K; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load_splat<f32>(a1);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load_splat<f32>(a2);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load_splat<f32>(a3);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load_splat<f32>(a4);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load_splat<f32>(a5);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
    a += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    a4 += aStep;
    a5 += aStep;
    b += bStep;
  }
  const cut = rows < ROWS || columns < COLUMNS;
  const adds = more && !cut;
  const stride = cut ? <usize>COLUMNS << 2 : cRow;
  let to = cut ? spare : c;
  put(to, c00, c01, adds);
  to += stride;
  put(to, c10, c11, adds);
  to += stride;
  put(to, c20, c21, adds);
  to += stride;
  put(to, c30, c31, adds);
  to += stride;
  put(to, c40, c41, adds);
  to += stride;
  put(to, c50, c51, adds);
  if (cut) copyCut(rows, columns, spare, c, cRow, more);
}

// @ts-ignore: decorator
@inline
function put(at: usize, left: v128, right: v128, adds: bool): void {
  v128.store(at, adds ? f32x4.add(v128.load(at), left) : left);
  v128.store(at, adds ? f32x4.add(v128.load(at, 16), right) : right, 16);
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
