// Cross-entropy of a softmax over the products of expected vectors with a table of classes, and its gradients, without
// all scores in memory: a block of rows at a time, tile by tile of the table (as in Wijmans et al., Cut Your Losses in
// Large-Vocabulary Language Models, 2024, and Dao et al., FlashAttention, 2022). A block's exponentials, each relative
// to its tile's maximum, are kept until the sums are complete, so that no score is computed twice.
import { block, COLUMNS, ROWS, SPARE } from './block';
import { packColumns } from './pack';
import { exponentials, finish, leaveOut, TILE, weigh } from './tied-tile';

/** Bytes of `work` that `tiedLoss` needs. */
export function tiedLossBytes(width: i32, classes: i32, blockRows: i32, gradients: bool): usize {
  const tiles = tilesOf(classes);
  const panels = panelBytes(width) + turnedBytes(width, blockRows);
  return SPARE + panels + <usize>(blockRows * (2 * tiles + 1) + blockRows * TILE * (gradients ? tiles : 1)) * 4;
}

/**
 * expected: (rows, width); table: (classes, width); bias: (classes). Without `own`, each row's class is its target
 * minus `first`. With `own` (not 0), each row's class is an extra one with that score, `ids` are the ids of the table's
 * classes, and the class with the row's target is excluded from the table. A fraction `smoothing` of each row's
 * probability is spread over all classes, if `own` is 0. losses: (rows). Computes the gradients of the mean loss unless
 * dExpected is 0: dExpected, dTable, dBias (zeroed by the caller) and dOwn.
 */
export function tiedLoss(
  rows: i32, width: i32, classes: i32, first: i32, smoothing: f32,
  expected: usize, table: usize, bias: usize, targets: usize, own: usize, ids: usize,
  losses: usize, dExpected: usize, dTable: usize, dBias: usize, dOwn: usize, blockRows: i32, work: usize,
): void {
  const tiles = tilesOf(classes);
  const gradients = dExpected != 0;
  const share: f32 = 1 / <f32>rows;
  const even = smoothing / <f32>classes;
  const rowBytes = <usize>width << 2;
  const panel = work + SPARE;
  const turned = panel + panelBytes(width);
  const maxima = turned + turnedBytes(width, blockRows);
  const sums = maxima + (<usize>(blockRows * tiles) << 2);
  const meant = sums + (<usize>(blockRows * tiles) << 2);
  const scores = meant + (<usize>blockRows << 2);
  const tileBytes = gradients ? <usize>(blockRows * TILE) << 2 : 0;
  for (let r = 0; r < rows; r += blockRows) {
    const here = min(blockRows, rows - r);
    const x = expected + <usize>r * rowBytes;
    const wanted = targets + (<usize>r << 2);
    for (let t = 0; t < tiles; t++) {
      const c = t * TILE;
      const columns = min(TILE, classes - c);
      const tile = scores + <usize>t * tileBytes;
      score(here, columns, width, x, table + <usize>c * rowBytes, tile, panel, work);
      if (ids) leaveOut(here, columns, tile, ids + (<usize>c << 2), wanted);
      exponentials(here, columns, tile, bias + (<usize>c << 2), wanted, first + c, smoothing, even, meant, maxima, sums, t, tiles);
    }
    finish(here, tiles, share, own ? own + (<usize>r << 2) : 0, meant, maxima, sums, losses + (<usize>r << 2), dOwn + (<usize>r << 2), gradients);
    if (!gradients) continue;
    for (let n = 0; n < width; n += COLUMNS) {
      packColumns(min(COLUMNS, width - n), here, x + (<usize>n << 2), rowBytes, 4, turned + (<usize>(n * blockRows) << 2));
    }
    for (let t = 0; t < tiles; t++) {
      const c = t * TILE;
      const columns = min(TILE, classes - c);
      const tile = scores + <usize>t * tileBytes;
      const atClass = <usize>c << 2;
      const hit: f32 = own ? 0 : (<f32>1 - smoothing) * share;
      weigh(here, columns, tile, maxima + (<usize>t << 2), <usize>tiles << 2, even * share, wanted, first + c, hit, dBias + atClass);
      toExpected(here, columns, width, tile, table + <usize>c * rowBytes, dExpected + <usize>r * rowBytes, t > 0, panel, work);
      toTable(here, columns, width, tile, turned, blockRows, dTable + <usize>c * rowBytes, r > 0, work);
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
function turnedBytes(width: i32, blockRows: i32): usize {
  return <usize>(((width + COLUMNS - 1) / COLUMNS) * COLUMNS * blockRows) << 2;
}

/** tile (rows, columns) = x (rows, width) times the transpose of table (columns, width). */
function score(rows: i32, columns: i32, width: i32, x: usize, table: usize, tile: usize, panel: usize, spare: usize): void {
  const rowBytes = <usize>width << 2;
  for (let n = 0; n < columns; n += COLUMNS) {
    const here = min(COLUMNS, columns - n);
    packColumns(here, width, table + <usize>n * rowBytes, 4, rowBytes, panel);
    for (let m = 0; m < rows; m += ROWS) {
      const out = tile + (<usize>(m * TILE + n) << 2);
      block(min(ROWS, rows - m), here, width, x + <usize>m * rowBytes, rowBytes, 4, panel, COLUMNS << 2, out, TILE << 2, false, spare);
    }
  }
}

/** dx (rows, width) = dscores (rows, columns) times table (columns, width), or += with `more`. */
function toExpected(rows: i32, columns: i32, width: i32, dscores: usize, table: usize, dx: usize, more: bool, panel: usize, spare: usize): void {
  const rowBytes = <usize>width << 2;
  for (let n = 0; n < width; n += COLUMNS) {
    const here = min(COLUMNS, width - n);
    packColumns(here, columns, table + (<usize>n << 2), rowBytes, 4, panel);
    for (let m = 0; m < rows; m += ROWS) {
      const from = dscores + (<usize>(m * TILE) << 2);
      block(min(ROWS, rows - m), here, columns, from, TILE << 2, 4, panel, COLUMNS << 2, dx + <usize>m * rowBytes + (<usize>n << 2), rowBytes, more, spare);
    }
  }
}

/** dtable (columns, width) = the transpose of dscores (rows, columns) times x (rows, width), which is packed. */
function toTable(rows: i32, columns: i32, width: i32, dscores: usize, turned: usize, blockRows: i32, dtable: usize, more: bool, spare: usize): void {
  const rowBytes = <usize>width << 2;
  for (let m = 0; m < columns; m += ROWS) {
    const out = dtable + <usize>m * rowBytes;
    for (let n = 0; n < width; n += COLUMNS) {
      const panel = turned + (<usize>(n * blockRows) << 2);
      block(min(ROWS, columns - m), min(COLUMNS, width - n), rows, dscores + (<usize>m << 2), 4, TILE << 2, panel, COLUMNS << 2, out + (<usize>n << 2), rowBytes, more, spare);
    }
  }
}
