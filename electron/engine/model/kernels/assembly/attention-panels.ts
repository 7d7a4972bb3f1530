// Packs keys, values and queries of one head into the panels that the block product reads.
import { COLUMNS } from './block';
import { packColumns } from './pack';

/** Rounds a number of floats up to whole panels of columns. */
// @ts-ignore: decorator
@inline
export function panelled(n: i32): i32 {
  return (n + COLUMNS - 1) & ~(COLUMNS - 1);
}

/** Packs rows of x (n, size) as columns of panels: (ceil(n / 8), size, 8). `row`: bytes between rows. */
export function packAcross(n: i32, size: i32, x: usize, row: usize, out: usize): void {
  for (let k = 0; k < n; k += COLUMNS) {
    packColumns(min(COLUMNS, n - k), size, x + <usize>k * row, 4, row, out);
    out += <usize>(size * COLUMNS) << 2;
  }
}

/** Packs columns of x (n, size) as columns of panels: (ceil(size / 8), n, 8). */
export function packAlong(n: i32, size: i32, x: usize, row: usize, out: usize): void {
  for (let d = 0; d < size; d += COLUMNS) {
    packColumns(min(COLUMNS, size - d), n, x + (<usize>d << 2), row, 4, out);
    out += <usize>(n * COLUMNS) << 2;
  }
}
