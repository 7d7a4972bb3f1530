// Packs A and B into the panels that the block product reads: the floats of one step of k are contiguous.
import { COLUMNS, ROWS } from './block';

/**
 * Packs adjacent rows of A (stored transposed) into panels of ROWS rows: (panels, K, ROWS). `aStep`: bytes between
 * steps of k. Rows past the last are not written in their panel.
 */
export function packRows(rows: i32, K: i32, a: usize, aStep: usize, out: usize): void {
  for (let m = 0; m < rows; m += ROWS) {
    let from = a + (<usize>m << 2);
    const here = min(ROWS, rows - m);
    if (here == ROWS) {
      for (let k = 0; k < K; k++) {
        v128.store(out, v128.load(from));
        i64.store(out, i64.load(from, 16), 16);
        from += aStep;
        out += ROWS << 2;
      }
    } else {
      for (let k = 0; k < K; k++) {
        for (let i = 0; i < here; i++) f32.store(out + (<usize>i << 2), f32.load(from + (<usize>i << 2)));
        from += aStep;
        out += ROWS << 2;
      }
    }
  }
}

/**
 * Packs columns of B into a panel (K, COLUMNS), with zeros past the last; columns <= COLUMNS. Strides are in bytes, one
 * of them 4.
 */
export function packColumns(columns: i32, K: i32, b: usize, bRow: usize, bColumn: usize, out: usize): void {
  if (columns == COLUMNS && bColumn == 4) {
    for (let k = 0; k < K; k++) {
      v128.store(out, v128.load(b));
      v128.store(out, v128.load(b, 16), 16);
      b += bRow;
      out += COLUMNS << 2;
    }
    return;
  }
  if (columns == COLUMNS && bRow == 4) {
    turnFour(K, b, bColumn, out);
    turnFour(K, b + 4 * bColumn, bColumn, out + 16);
    return;
  }
  for (let k = 0; k < K; k++) {
    let from = b;
    for (let j = 0; j < COLUMNS; j++) {
      f32.store(out + (<usize>j << 2), j < columns ? f32.load(from) : 0);
      from += bColumn;
    }
    b += bRow;
    out += COLUMNS << 2;
  }
}

/**
 * Packs four contiguous columns, `column` bytes apart, as half of a panel: 4 x 4 squares are transposed in registers.
 */
function turnFour(K: i32, b: usize, column: usize, out: usize): void {
  let b1 = b + column, b2 = b1 + column, b3 = b2 + column;
  const whole = K & ~3;
  for (let k = 0; k < whole; k += 4) {
    const x0 = v128.load(b), x1 = v128.load(b1), x2 = v128.load(b2), x3 = v128.load(b3);
    const low01 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5), low23 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5);
    const high01 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7), high23 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<i64>(low01, low23, 0, 2));
    v128.store(out, v128.shuffle<i64>(low01, low23, 1, 3), 32);
    v128.store(out, v128.shuffle<i64>(high01, high23, 0, 2), 64);
    v128.store(out, v128.shuffle<i64>(high01, high23, 1, 3), 96);
    b += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
    out += 4 * COLUMNS << 2;
  }
  for (let k = whole; k < K; k++) {
    f32.store(out, f32.load(b));
    f32.store(out, f32.load(b1), 4);
    f32.store(out, f32.load(b2), 8);
    f32.store(out, f32.load(b3), 12);
    b += 4;
    b1 += 4;
    b2 += 4;
    b3 += 4;
    out += COLUMNS << 2;
  }
}
