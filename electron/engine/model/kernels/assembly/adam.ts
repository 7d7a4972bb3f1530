// Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019) and gradient norm clipping, for
// all weights of a model in one call.
import { splat } from './simd';

/**
 * Offsets in a weight's row of the table, all i32: number of floats, addresses of the weight, its gradient and its
 * moments, and whether it decays.
 */
const COUNT: usize = 0;
const WEIGHT: usize = 4;
const GRADIENT: usize = 8;
const FIRST: usize = 12;
const SECOND: usize = 16;
const DECAYS: usize = 20;
const ROW: usize = 24;

/** `rate` includes the bias corrections; weights with decay are multiplied by `decayFactor` first. */
export function adam(weights: i32, table: usize, rate: f32, beta1: f32, beta2: f32, eps: f32, clipNorm: f32, decayFactor: f32): void {
  let squares: f64 = 0;
  const end = table + <usize>weights * ROW;
  for (let row = table; row < end; row += ROW) squares += sumOfSquares(i32.load(row, COUNT), load<usize>(row, GRADIENT));
  const norm = <f32>Math.sqrt(squares);
  const clip: f32 = norm > clipNorm ? clipNorm / norm : 1;
  for (let row = table; row < end; row += ROW) {
    update(
      i32.load(row, COUNT), load<usize>(row, WEIGHT), load<usize>(row, GRADIENT), load<usize>(row, FIRST), load<usize>(row, SECOND),
      rate, beta1, beta2, eps, clip, i32.load(row, DECAYS) ? decayFactor : 1,
    );
  }
}

function update(n: i32, weight: usize, gradient: usize, m: usize, v: usize, rate: f32, beta1: f32, beta2: f32, eps: f32, clip: f32, decayFactor: f32): void {
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = <usize>i << 2;
    const g = f32x4.mul(v128.load(gradient + at), splat(clip));
    const m1 = f32x4.add(f32x4.mul(splat(beta1), v128.load(m + at)), f32x4.mul(splat(1 - beta1), g));
    const v1 = f32x4.add(f32x4.mul(splat(beta2), v128.load(v + at)), f32x4.mul(f32x4.mul(splat(1 - beta2), g), g));
    v128.store(m + at, m1);
    v128.store(v + at, v1);
    const step = f32x4.div(f32x4.mul(splat(rate), m1), f32x4.add(f32x4.sqrt(v1), splat(eps)));
    v128.store(weight + at, f32x4.sub(f32x4.mul(v128.load(weight + at), splat(decayFactor)), step));
  }
  for (let i = whole; i < n; i++) {
    const at = <usize>i << 2;
    const g = f32.load(gradient + at) * clip;
    const m1 = beta1 * f32.load(m + at) + (1 - beta1) * g;
    const v1 = beta2 * f32.load(v + at) + (1 - beta2) * g * g;
    f32.store(m + at, m1);
    f32.store(v + at, v1);
    f32.store(weight + at, f32.load(weight + at) * decayFactor - (rate * m1) / (Mathf.sqrt(v1) + eps));
  }
}

function sumOfSquares(n: i32, x: usize): f64 {
  const whole = n & ~3;
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let i = 0; i < whole; i += 4) {
    const four = v128.load(x + (<usize>i << 2));
    const a = f64x2.promote_low_f32x4(four);
    const b = f64x2.promote_low_f32x4(v128.shuffle<i64>(four, four, 1, 0));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  const both = f64x2.add(low, high);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (let i = whole; i < n; i++) {
    const value = <f64>f32.load(x + (<usize>i << 2));
    sum += value * value;
  }
  return sum;
}
