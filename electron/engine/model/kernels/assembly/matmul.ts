// C[M,N] = A[M,K] B[K,N] in single precision, any strides for A and B (so a transpose costs nothing), any batch.
// A is packed once into panels of 6 rows, B panel by panel of 8 columns; the inner loop keeps a 6 x 8 block of C in registers
// (Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008).
import { madd } from './simd';

const ROWS: i32 = 6;
const COLUMNS: i32 = 8;

function packA(a: usize, rowStride: i32, columnStride: i32, K: i32, rows: i32, out: usize): void {
  for (let k = 0; k < K; k++) {
    for (let i = 0; i < ROWS; i++) {
      f32.store(out, i < rows ? f32.load(a + ((i * rowStride + k * columnStride) << 2)) : 0);
      out += 4;
    }
  }
}

function packB(b: usize, rowStride: i32, columnStride: i32, K: i32, columns: i32, out: usize): void {
  const whole = columns == COLUMNS && columnStride == 1;
  for (let k = 0; k < K; k++) {
    const row = b + ((k * rowStride) << 2);
    if (whole) {
      v128.store(out, v128.load(row));
      v128.store(out, v128.load(row, 16), 16);
    } else {
      for (let j = 0; j < COLUMNS; j++) {
        f32.store(out + (j << 2), j < columns ? f32.load(row + ((j * columnStride) << 2)) : 0);
      }
    }
    out += COLUMNS << 2;
  }
}

/** One 6 x 8 block of C; `spare` (6 x 8 floats) takes it where the block is cut by C's edge. */
function block(pa: usize, pb: usize, K: i32, c: usize, ldc: i32, rows: i32, columns: i32, spare: usize): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
  let c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
  for (let k = 0; k < K; k++) {
    const b0 = v128.load(pb);
    const b1 = v128.load(pb, 16);
    let a = v128.load_splat<f32>(pa);
    c00 = madd(a, b0, c00);
    c01 = madd(a, b1, c01);
    a = v128.load_splat<f32>(pa, 4);
    c10 = madd(a, b0, c10);
    c11 = madd(a, b1, c11);
    a = v128.load_splat<f32>(pa, 8);
    c20 = madd(a, b0, c20);
    c21 = madd(a, b1, c21);
    a = v128.load_splat<f32>(pa, 12);
    c30 = madd(a, b0, c30);
    c31 = madd(a, b1, c31);
    a = v128.load_splat<f32>(pa, 16);
    c40 = madd(a, b0, c40);
    c41 = madd(a, b1, c41);
    a = v128.load_splat<f32>(pa, 20);
    c50 = madd(a, b0, c50);
    c51 = madd(a, b1, c51);
    pa += ROWS << 2;
    pb += COLUMNS << 2;
  }
  const cut = rows < ROWS || columns < COLUMNS;
  const out = cut ? spare : c;
  const stride = <usize>(cut ? COLUMNS : ldc) << 2;
  v128.store(out, c00);
  v128.store(out, c01, 16);
  v128.store(out + stride, c10);
  v128.store(out + stride, c11, 16);
  v128.store(out + 2 * stride, c20);
  v128.store(out + 2 * stride, c21, 16);
  v128.store(out + 3 * stride, c30);
  v128.store(out + 3 * stride, c31, 16);
  v128.store(out + 4 * stride, c40);
  v128.store(out + 4 * stride, c41, 16);
  v128.store(out + 5 * stride, c50);
  v128.store(out + 5 * stride, c51, 16);
  if (!cut) return;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) f32.store(c + ((i * ldc + j) << 2), f32.load(spare + ((i * COLUMNS + j) << 2)));
  }
}

/**
 * Strides are in floats: between matrices of the batch (0 to use one for all), rows and columns.
 * `work` holds 48 + 8 K + 6 K ceil(M / 6) floats.
 */
export function matmul(
  batch: i32, M: i32, N: i32, K: i32,
  a: usize, aBatch: i32, aRow: i32, aColumn: i32,
  b: usize, bBatch: i32, bRow: i32, bColumn: i32,
  c: usize, work: usize,
): void {
  const spare = work;
  const pb = spare + ((ROWS * COLUMNS) << 2);
  const pa = pb + ((COLUMNS * K) << 2);
  for (let t = 0; t < batch; t++) {
    const at = a + ((t * aBatch) << 2);
    const bt = b + ((t * bBatch) << 2);
    const ct = c + ((t * M * N) << 2);
    for (let m = 0; m < M; m += ROWS) packA(at + ((m * aRow) << 2), aRow, aColumn, K, min(ROWS, M - m), pa + ((m * K) << 2));
    for (let n = 0; n < N; n += COLUMNS) {
      const columns = min(COLUMNS, N - n);
      packB(bt + ((n * bColumn) << 2), bRow, bColumn, K, columns, pb);
      for (let m = 0; m < M; m += ROWS) {
        block(pa + ((m * K) << 2), pb, K, ct + ((m * N + n) << 2), N, min(ROWS, M - m), columns, spare);
      }
    }
  }
}
