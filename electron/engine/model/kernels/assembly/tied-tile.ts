// Converts a tile of scores (rows, columns), with a row stride of TILE floats, to losses and gradients.
import { exp4, max4, splat, sum4 } from './simd';

/** Classes per tile. */
export const TILE: i32 = 240;
/** Score far below any other: its exponential is 0, and the difference of two does not overflow. */
const EXCLUDED_SCORE: f32 = -1e30;

/** Excludes from each row the class that is its target. */
export function excludeTargets(rows: i32, columns: i32, tile: usize, ids: usize, targets: usize): void {
  const whole = columns & ~3;
  for (let r = 0; r < rows; r++) {
    const target = i32.load(targets + (<usize>r << 2));
    for (let c = 0; c < whole; c += 4) {
      const at = tile + (<usize>c << 2);
      const isTarget = i32x4.eq(v128.load(ids + (<usize>c << 2)), i32x4.splat(target));
      v128.store(at, v128.bitselect(splat(EXCLUDED_SCORE), v128.load(at), isTarget));
    }
    for (let c = whole; c < columns; c++) {
      if (i32.load(ids + (<usize>c << 2)) == target) f32.store(tile + (<usize>c << 2), EXCLUDED_SCORE);
    }
    tile += TILE << 2;
  }
}

/**
 * Adds biases to scores and replaces them by their exponentials, relative to the row's maximum in this tile;
 * accumulates in `expectedScores` the sum of q × score for target probabilities q.
 */
export function exponentials(
  rows: i32, columns: i32, tile: usize, bias: usize, targets: usize, from: i32, smoothing: f32, even: f32,
  expectedScores: usize, maxima: usize, sums: usize, t: i32, tiles: i32,
): void {
  const whole = columns & ~3;
  for (let r = 0; r < rows; r++) {
    let maxima4 = splat(EXCLUDED_SCORE);
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
    let q: f32 = t == 0 ? 0 : f32.load(expectedScores);
    const target = i32.load(targets) - from;
    if (target >= 0 && target < columns) q += (<f32>1 - smoothing) * f32.load(tile + (<usize>target << 2));
    if (smoothing > 0) q += even * sumOf(tile, columns);
    f32.store(expectedScores, q);
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
    expectedScores += 4;
  }
}

/**
 * Computes losses from the sums of all tiles; replaces each maximum by the factor that turns its tile's exponentials
 * into probabilities × share.
 */
export function finish(
  rows: i32, tiles: i32, share: f32, targetScores: usize, expectedScores: usize, maxima: usize, sums: usize, losses: usize, dTargetScores: usize, gradients: bool,
): void {
  for (let r = 0; r < rows; r++) {
    const targetScore: f32 = targetScores ? f32.load(targetScores) : EXCLUDED_SCORE;
    let max = targetScore;
    for (let t = 0; t < tiles; t++) max = Mathf.max(max, f32.load(maxima + (<usize>t << 2)));
    let sum: f64 = targetScores ? <f64>exp1(targetScore - max) : 0;
    for (let t = 0; t < tiles; t++) {
      const at = <usize>t << 2;
      const factor = exp1(f32.load(maxima + at) - max);
      sum += <f64>(factor * f32.load(sums + at));
      f32.store(maxima + at, factor);
    }
    f32.store(losses, max + <f32>Math.log(sum) - (targetScores ? targetScore : f32.load(expectedScores)));
    if (gradients) {
      const scale = share / <f32>sum;
      for (let t = 0; t < tiles; t++) f32.store(maxima + (<usize>t << 2), f32.load(maxima + (<usize>t << 2)) * scale);
      if (targetScores) f32.store(dTargetScores, exp1(targetScore - max) * scale - share);
    }
    maxima += <usize>tiles << 2;
    sums += <usize>tiles << 2;
    if (targetScores) targetScores += 4;
    dTargetScores += 4;
    expectedScores += 4;
    losses += 4;
  }
}

/** Replaces exponentials by the gradient of the scores, and adds it to the gradient of the biases. */
export function toScoreGradients(
  rows: i32, columns: i32, tile: usize, factors: usize, factorStep: usize, even: f32, targets: usize, from: i32, targetShare: f32, dBias: usize,
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
    if (targetShare > 0 && target >= 0 && target < columns) {
      addTo(tile, target, -targetShare);
      addTo(dBias, target, -targetShare);
    }
    tile += TILE << 2;
    factors += factorStep;
    targets += 4;
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
