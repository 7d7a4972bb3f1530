// GELU(x) = x Phi(x) (Hendrycks and Gimpel, 2016), with the error function of Abramowitz and Stegun 7.1.26 (error below 1.5e-7).
import { exp4, loaded, madd } from './simd';

const ROOT_HALF = loaded(0.70710678118654752);
const HALF = loaded(0.5);
const MINUS_HALF = loaded(-0.5);
const ONE = loaded(1);
const T = loaded(0.3275911);
const A1 = loaded(0.254829592);
const A2 = loaded(-0.284496736);
const A3 = loaded(1.421413741);
const A4 = loaded(-1.453152027);
const A5 = loaded(1.061405429);
const ROOT_TWO_PI_INVERSE = loaded(0.39894228040143268);

/** Phi(x), the cumulative distribution function of the standard normal distribution; `density` is e^(-x^2/2). */
// @ts-ignore: decorator
@inline
function phi(x: v128, density: v128): v128 {
  const z = f32x4.mul(f32x4.abs(x), ROOT_HALF);
  const t = f32x4.div(ONE, madd(z, T, ONE));
  let p = madd(t, A5, A4);
  p = madd(p, t, A3);
  p = madd(p, t, A2);
  p = madd(p, t, A1);
  const half = f32x4.mul(HALF, f32x4.mul(f32x4.mul(p, t), density));
  return v128.bitselect(half, f32x4.sub(ONE, half), f32x4.lt(x, f32x4.splat(0)));
}

// @ts-ignore: decorator
@inline
function densityOf(x: v128): v128 {
  return exp4(f32x4.mul(MINUS_HALF, f32x4.mul(x, x)));
}

/** Replaces x by GELU(x). Reads floats past n, up to a multiple of 4. */
export function gelu(n: i32, x: usize): void {
  for (let i = 0; i < n; i += 4) {
    const at = x + (<usize>i << 2);
    const v = v128.load(at);
    store(at, f32x4.mul(v, phi(v, densityOf(v))), n - i);
  }
}

/** Replaces x by GELU(x), and stores its derivative Phi(x) + x phi(x) in slope. */
export function geluWithSlope(n: i32, x: usize, slope: usize): void {
  for (let i = 0; i < n; i += 4) {
    const at = <usize>i << 2;
    const v = v128.load(x + at);
    const density = densityOf(v);
    const below = phi(v, density);
    store(x + at, f32x4.mul(v, below), n - i);
    store(slope + at, madd(f32x4.mul(v, ROOT_TWO_PI_INVERSE), density, below), n - i);
  }
}

/** out = x y. */
export function multiply(n: i32, x: usize, y: usize, out: usize): void {
  for (let i = 0; i < n; i += 4) {
    const at = <usize>i << 2;
    store(out + at, f32x4.mul(v128.load(x + at), v128.load(y + at)), n - i);
  }
}

// @ts-ignore: decorator
@inline
function store(at: usize, v: v128, left: i32): void {
  if (left >= 4) {
    v128.store(at, v);
    return;
  }
  f32.store(at, f32x4.extract_lane(v, 0));
  if (left > 1) f32.store(at + 4, f32x4.extract_lane(v, 1));
  if (left > 2) f32.store(at + 8, f32x4.extract_lane(v, 2));
}
