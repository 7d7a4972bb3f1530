// C[M,N] = A[M,K] B[K,N] in single precision, A and B transposed or not, any batch size. K and M are tiled so that a
// panel of B stays in the L1 cache and the rows of A that it is multiplied with in L2 (Goto and van de Geijn, Anatomy
// of High-Performance Matrix Multiplication, 2008). Rows of A are read in place; B is packed first, and so is A if it
// is stored transposed and large.
import { block, COLUMNS, ROWS, SPARE } from './block';
import { packColumns, packRows } from './pack';

/** Tile sizes: steps of k, and rows of A. */
const DEPTH: i32 = 256;
const TILE: i32 = 192;
/** Maximum bytes over which a panel of A may be spread to be read in place. */
const NEAR: usize = 16384;

/** Bytes of scratch memory per product. */
export const WORK: usize = SPARE + 4 * DEPTH * (COLUMNS + TILE);

/**
 * C (M, N) = A (M, K) B (K, N), or += with `more`. Strides are in bytes, between rows and columns; one stride of A and
 * one of B is 4. `work`: WORK bytes.
 */
export function product(
  M: i32, N: i32, K: i32, a: usize, aRow: usize, aColumn: usize, b: usize, bRow: usize, bColumn: usize, c: usize, cRow: usize, more: bool, work: usize,
): void {
  const pb = work + SPARE;
  const pa = pb + ((COLUMNS * DEPTH) << 2);
  const chunks = max(1, (K + DEPTH - 1) / DEPTH);
  const depth = (K + chunks - 1) / chunks;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const k = chunk * depth;
    const deep = min(depth, K - k);
    const packed = aColumn != 4 && <usize>deep * aColumn > NEAR;
    for (let tile = 0; tile < M; tile += TILE) {
      const rows = min(TILE, M - tile);
      const at = a + <usize>tile * aRow + <usize>k * aColumn;
      if (packed) packRows(rows, deep, at, aColumn, pa);
      const row: usize = packed ? 4 : aRow;
      const step = packed ? <usize>ROWS << 2 : aColumn;
      const panel = <usize>ROWS * (packed ? <usize>deep << 2 : aRow);
      for (let n = 0; n < N; n += COLUMNS) {
        const columns = min(COLUMNS, N - n);
        packColumns(columns, deep, b + <usize>k * bRow + <usize>n * bColumn, bRow, bColumn, pb);
        let from = packed ? pa : at;
        let to = c + <usize>tile * cRow + (<usize>n << 2);
        for (let m = 0; m < rows; m += ROWS) {
          block(min(ROWS, rows - m), columns, deep, from, row, step, pb, COLUMNS << 2, to, cRow, more || chunk > 0, work);
          from += panel;
          to += <usize>ROWS * cRow;
        }
      }
    }
  }
}

/** Bytes of `work` that matmul needs. */
export function matmulWork(): usize {
  return WORK;
}

/**
 * Batched products. Strides are in floats: between matrices of the batch (0 to broadcast one matrix), rows and columns.
 */
export function matmul(
  batch: i32, M: i32, N: i32, K: i32,
  a: usize, aBatch: i32, aRow: i32, aColumn: i32,
  b: usize, bBatch: i32, bRow: i32, bColumn: i32,
  c: usize, work: usize,
): void {
  for (let t = 0; t < batch; t++) {
    product(M, N, K, a, aRow << 2, aColumn << 2, b, bRow << 2, bColumn << 2, c, N << 2, false, work);
    a += <usize>aBatch << 2;
    b += <usize>bBatch << 2;
    c += <usize>(M * N) << 2;
  }
}
