// Cross-entropy of a softmax whose scores are expected vectors times a table of classes, and its gradients, without all scores in
// memory: a block of rows at a time, tile by tile of the table (in the manner of Wijmans et al., Cut Your Losses in Large-Vocabulary
// Language Models, 2024, and of Dao et al., FlashAttention, 2022). A block's exponentials are kept until its sums are known, each
// tile's beside its own maximum, so that no score is worked out twice.
import { block, COLUMNS, ROWS, SPARE } from './block';
import { packColumns } from './pack';
import { exp4, max4, splat, sum4 } from './simd';

/** Classes of one tile. */
const TILE: i32 = 240;
/** Far below any score, so that its exponential is nothing; not so far that a difference of two would overflow. */
const NOTHING: f32 = -1e30;

/** Bytes of `work` below. */
export function tiedLossBytes(width: i32, classes: i32, blockRows: i32, gradients: bool): usize {
  const tiles = tilesOf(classes);
  const panels = panelBytes(width) + turnedBytes(width, blockRows);
  return SPARE + panels + <usize>(blockRows * (2 * tiles + 1) + blockRows * TILE * (gradients ? tiles : 1)) * 4;
}

/**
 * expected: (rows, width); table: (classes, width); bias: (classes). Each row's own class is the one its target names, `first`
 * less; or, where `own` is not 0, a class besides those of the table with that score, and `ids` names the table's classes: the one
 * with the row's target is left out. `smoothing` of a row's probability is spread over all classes, where `own` is 0.
 * losses: (rows). Gradients of the mean loss, unless dExpected is 0: dExpected, dTable, dBias (zero at the start) and dOwn.
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

/** A panel of COLUMNS columns, of the table or of its transpose. */
// @ts-ignore: decorator
@inline
function panelBytes(width: i32): usize {
  return <usize>(max(width, TILE) * COLUMNS) << 2;
}

/** A block's expected vectors as panels. */
// @ts-ignore: decorator
@inline
function turnedBytes(width: i32, blockRows: i32): usize {
  return <usize>(((width + COLUMNS - 1) / COLUMNS) * COLUMNS * blockRows) << 2;
}

/** tile (rows, columns) = x (rows, width) by the transpose of table (columns, width). */
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

/** Leaves classes out of the rows whose targets they are. */
function leaveOut(rows: i32, columns: i32, tile: usize, ids: usize, targets: usize): void {
  const whole = columns & ~3;
  for (let r = 0; r < rows; r++) {
    const target = i32.load(targets + (<usize>r << 2));
    for (let c = 0; c < whole; c += 4) {
      const at = tile + (<usize>c << 2);
      const mine = i32x4.eq(v128.load(ids + (<usize>c << 2)), i32x4.splat(target));
      v128.store(at, v128.bitselect(splat(NOTHING), v128.load(at), mine));
    }
    for (let c = whole; c < columns; c++) {
      if (i32.load(ids + (<usize>c << 2)) == target) f32.store(tile + (<usize>c << 2), NOTHING);
    }
    tile += TILE << 2;
  }
}

/** Scores with their biases become exponentials beside the row's maximum in this tile; `meant` sums up q × score for targets q. */
function exponentials(
  rows: i32, columns: i32, tile: usize, bias: usize, targets: usize, from: i32, smoothing: f32, even: f32,
  meant: usize, maxima: usize, sums: usize, t: i32, tiles: i32,
): void {
  const whole = columns & ~3;
  for (let r = 0; r < rows; r++) {
    let maxima4 = splat(NOTHING);
    for (let c = 0; c < whole; c += 4) {
      const at = tile + (<usize>c << 2);
      const s = f32x4.add(v128.load(at), v128.load(bias + (<usize>c << 2)));
      v128.store(at, s);
      maxima4 = f32x4.pmax(maxima4, s);
    }
    let max = max4(maxima4);
    for (let c = whole; c < columns; c++) {
      const at = tile + (<usize>c << 2);
      const s = f32.load(at) + f32.load(bias + (<usize>c << 2));
      f32.store(at, s);
      max = Mathf.max(max, s);
    }
    let q: f32 = t == 0 ? 0 : f32.load(meant);
    const target = i32.load(targets) - from;
    if (target >= 0 && target < columns) q += (<f32>1 - smoothing) * f32.load(tile + (<usize>target << 2));
    if (smoothing > 0) q += even * sumOf(tile, columns);
    f32.store(meant, q);
    let sums4 = splat(0);
    for (let c = 0; c < whole; c += 4) {
      const at = tile + (<usize>c << 2);
      const e = exp4(f32x4.sub(v128.load(at), splat(max)));
      v128.store(at, e);
      sums4 = f32x4.add(sums4, e);
    }
    let sum = sum4(sums4);
    for (let c = whole; c < columns; c++) {
      const at = tile + (<usize>c << 2);
      const e = exp1(f32.load(at) - max);
      f32.store(at, e);
      sum += e;
    }
    const place = <usize>(r * tiles + t) << 2;
    f32.store(maxima + place, max);
    f32.store(sums + place, sum);
    tile += TILE << 2;
    targets += 4;
    meant += 4;
  }
}

/** Losses from all tiles' sums; maxima become what their tiles' exponentials are multiplied by to be probabilities × share. */
function finish(
  rows: i32, tiles: i32, share: f32, own: usize, meant: usize, maxima: usize, sums: usize, losses: usize, dOwn: usize, gradients: bool,
): void {
  for (let r = 0; r < rows; r++) {
    const mine: f32 = own ? f32.load(own) : NOTHING;
    let max = mine;
    for (let t = 0; t < tiles; t++) max = Mathf.max(max, f32.load(maxima + (<usize>t << 2)));
    let sum: f64 = own ? <f64>exp1(mine - max) : 0;
    for (let t = 0; t < tiles; t++) {
      const at = <usize>t << 2;
      const factor = exp1(f32.load(maxima + at) - max);
      sum += <f64>(factor * f32.load(sums + at));
      f32.store(maxima + at, factor);
    }
    f32.store(losses, max + <f32>Math.log(sum) - (own ? mine : f32.load(meant)));
    if (gradients) {
      const scale = share / <f32>sum;
      for (let t = 0; t < tiles; t++) f32.store(maxima + (<usize>t << 2), f32.load(maxima + (<usize>t << 2)) * scale);
      if (own) f32.store(dOwn, exp1(mine - max) * scale - share);
    }
    maxima += <usize>tiles << 2;
    sums += <usize>tiles << 2;
    if (own) own += 4;
    dOwn += 4;
    meant += 4;
    losses += 4;
  }
}

/** Exponentials become the gradient of the scores, which the biases' gradient sums up. */
function weigh(
  rows: i32, columns: i32, tile: usize, factors: usize, factorStep: usize, even: f32, targets: usize, from: i32, hit: f32, dBias: usize,
): void {
  const whole = columns & ~3;
  for (let r = 0; r < rows; r++) {
    const factor = f32.load(factors);
    for (let c = 0; c < whole; c += 4) {
      const at = tile + (<usize>c << 2);
      const up = dBias + (<usize>c << 2);
      const d = f32x4.sub(f32x4.mul(v128.load(at), splat(factor)), splat(even));
      v128.store(at, d);
      v128.store(up, f32x4.add(v128.load(up), d));
    }
    for (let c = whole; c < columns; c++) addTo(dBias, c, store1(tile, c, f32.load(tile + (<usize>c << 2)) * factor - even));
    const target = i32.load(targets) - from;
    if (hit > 0 && target >= 0 && target < columns) {
      addTo(tile, target, -hit);
      addTo(dBias, target, -hit);
    }
    tile += TILE << 2;
    factors += factorStep;
    targets += 4;
  }
}

/** dx (rows, width) = dscores (rows, columns) by table (columns, width), added to what is there with `more`. */
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

/** dtable (columns, width) = the transpose of dscores (rows, columns) by x (rows, width), as panels. */
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

// @ts-ignore: decorator
@inline
function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(splat(x)), 0);
}

// @ts-ignore: decorator
@inline
function addTo(floats: usize, i: i32, value: f32): void {
  const at = floats + (<usize>i << 2);
  f32.store(at, f32.load(at) + value);
}

// @ts-ignore: decorator
@inline
function store1(floats: usize, i: i32, value: f32): f32 {
  f32.store(floats + (<usize>i << 2), value);
  return value;
}

function sumOf(x: usize, n: i32): f32 {
  const whole = n & ~3;
  let sums = splat(0);
  for (let i = 0; i < whole; i += 4) sums = f32x4.add(sums, v128.load(x + (<usize>i << 2)));
  let sum = sum4(sums);
  for (let i = whole; i < n; i++) sum += f32.load(x + (<usize>i << 2));
  return sum;
}
