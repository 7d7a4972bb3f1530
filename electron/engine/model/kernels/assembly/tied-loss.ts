// Cross-entropy of a softmax over the products of expected vectors with a table of classes, and its gradients, without
// all scores in memory: a block of rows at a time, tile by tile of the table (as in Wijmans et al., Cut Your Losses in
// Large-Vocabulary Language Models, 2024, and Dao et al., FlashAttention, 2022). A block's exponentials, each relative
// to its tile's maximum, are kept until the sums are complete, so that no score is computed twice.
import { block, COLUMNS, ROWS, SPARE } from './block';
import { packColumns } from './pack';
import { exponentials, finish, excludeTargets, TILE, toScoreGradients } from './tied-tile';

/** Bytes of `work` that `tiedLoss` needs. */
export function tiedLossBytes(width: i32, classes: i32, blockRows: i32, gradients: bool): usize {
  const tiles = tilesOf(classes);
  const panels = panelBytes(width) + transposedBytes(width, blockRows);
  return SPARE + panels + <usize>(blockRows * (2 * tiles + 1) + blockRows * TILE * (gradients ? tiles : 1)) * 4;
}

/**
 * expected: (rows, width); table: (classes, width); bias: (classes). Without `targetScores` (0), each row's class is its
 * target minus `first`, and a fraction `smoothing` of its probability is spread over all classes. With `targetScores`,
 * each row's class is an extra one with that score, `ids` are the ids of the table's classes, and the class with the
 * row's target is excluded from the table. losses: (rows). Computes the gradients of the mean loss unless dExpected is 0:
 * dExpected, dTable, dBias (zeroed by the caller) and dTargetScores.
 */
export function tiedLoss(
  rows: i32, width: i32, classes: i32, first: i32, smoothing: f32,
  expected: usize, table: usize, bias: usize, targets: usize, targetScores: usize, ids: usize,
  losses: usize, dExpected: usize, dTable: usize, dBias: usize, dTargetScores: usize, blockRows: i32, work: usize,
): void {
  const tiles = tilesOf(classes);
  const gradients = dExpected != 0;
  const share: f32 = 1 / <f32>rows;
  const even = smoothing / <f32>classes;
  const rowBytes = <usize>width << 2;
  const panel = work + SPARE;
  const transposed = panel + panelBytes(width);
  const maxima = transposed + transposedBytes(width, blockRows);
  const sums = maxima + (<usize>(blockRows * tiles) << 2);
  const expectedScores = sums + (<usize>(blockRows * tiles) << 2);
  const scores = expectedScores + (<usize>blockRows << 2);
  const tileBytes = gradients ? <usize>(blockRows * TILE) << 2 : 0;
  for (let r = 0; r < rows; r += blockRows) {
    const blockLength = min(blockRows, rows - r);
    const x = expected + <usize>r * rowBytes;
    const blockTargets = targets + (<usize>r << 2);
    for (let t = 0; t < tiles; t++) {
      const c = t * TILE;
      const columns = min(TILE, classes - c);
      const tile = scores + <usize>t * tileBytes;
      score(blockLength, columns, width, x, table + <usize>c * rowBytes, tile, panel, work);
      if (ids) excludeTargets(blockLength, columns, tile, ids + (<usize>c << 2), blockTargets);
      exponentials(blockLength, columns, tile, bias + (<usize>c << 2), blockTargets, first + c, smoothing, even, expectedScores, maxima, sums, t, tiles);
    }
    finish(blockLength, tiles, share, targetScores ? targetScores + (<usize>r << 2) : 0, expectedScores, maxima, sums, losses + (<usize>r << 2), dTargetScores + (<usize>r << 2), gradients);
    if (!gradients) continue;
    for (let n = 0; n < width; n += COLUMNS) {
      packColumns(min(COLUMNS, width - n), blockLength, x + (<usize>n << 2), rowBytes, 4, transposed + (<usize>(n * blockRows) << 2));
    }
    for (let t = 0; t < tiles; t++) {
      const c = t * TILE;
      const columns = min(TILE, classes - c);
      const tile = scores + <usize>t * tileBytes;
      const atClass = <usize>c << 2;
      const targetShare: f32 = targetScores ? 0 : (<f32>1 - smoothing) * share;
      toScoreGradients(blockLength, columns, tile, maxima + (<usize>t << 2), <usize>tiles << 2, even * share, blockTargets, first + c, targetShare, dBias + atClass);
      toExpected(blockLength, columns, width, tile, table + <usize>c * rowBytes, dExpected + <usize>r * rowBytes, t > 0, panel, work);
      toTable(blockLength, columns, width, tile, transposed, blockRows, dTable + <usize>c * rowBytes, r > 0, work);
    }
  }
}

// @ts-ignore: decorator
@inline
function tilesOf(classes: i32): i32 {
  return (classes + TILE - 1) / TILE;
}

/** Bytes of a panel of COLUMNS columns of the table or its transpose. */
// @ts-ignore: decorator
@inline
function panelBytes(width: i32): usize {
  return <usize>(max(width, TILE) * COLUMNS) << 2;
}

/** Bytes of a block's expected vectors as panels. */
// @ts-ignore: decorator
@inline
function transposedBytes(width: i32, blockRows: i32): usize {
  return <usize>(((width + COLUMNS - 1) / COLUMNS) * COLUMNS * blockRows) << 2;
}

/** tile (rows, columns) = x (rows, width) times the transpose of table (columns, width). */
function score(rows: i32, columns: i32, width: i32, x: usize, table: usize, tile: usize, panel: usize, spare: usize): void {
  const rowBytes = <usize>width << 2;
  for (let n = 0; n < columns; n += COLUMNS) {
    const blockLength = min(COLUMNS, columns - n);
    packColumns(blockLength, width, table + <usize>n * rowBytes, 4, rowBytes, panel);
    for (let m = 0; m < rows; m += ROWS) {
      const out = tile + (<usize>(m * TILE + n) << 2);
      block(min(ROWS, rows - m), blockLength, width, x + <usize>m * rowBytes, rowBytes, 4, panel, COLUMNS << 2, out, TILE << 2, false, spare);
    }
  }
}

/** dx (rows, width) = dscores (rows, columns) times table (columns, width), or += with `more`. */
function toExpected(rows: i32, columns: i32, width: i32, dscores: usize, table: usize, dx: usize, more: bool, panel: usize, spare: usize): void {
  const rowBytes = <usize>width << 2;
  for (let n = 0; n < width; n += COLUMNS) {
    const blockLength = min(COLUMNS, width - n);
    packColumns(blockLength, columns, table + (<usize>n << 2), rowBytes, 4, panel);
    for (let m = 0; m < rows; m += ROWS) {
      const from = dscores + (<usize>(m * TILE) << 2);
      block(min(ROWS, rows - m), blockLength, columns, from, TILE << 2, 4, panel, COLUMNS << 2, dx + <usize>m * rowBytes + (<usize>n << 2), rowBytes, more, spare);
    }
  }
}

/** dtable (columns, width) = the transpose of dscores (rows, columns) times x (rows, width), which is packed. */
function toTable(rows: i32, columns: i32, width: i32, dscores: usize, transposed: usize, blockRows: i32, dtable: usize, more: bool, spare: usize): void {
  const rowBytes = <usize>width << 2;
  for (let m = 0; m < columns; m += ROWS) {
    const out = dtable + <usize>m * rowBytes;
    for (let n = 0; n < width; n += COLUMNS) {
      const panel = transposed + (<usize>(n * blockRows) << 2);
      block(min(ROWS, columns - m), min(COLUMNS, width - n), rows, dscores + (<usize>m << 2), 4, TILE << 2, panel, COLUMNS << 2, out + (<usize>n << 2), rowBytes, more, spare);
    }
  }
}
