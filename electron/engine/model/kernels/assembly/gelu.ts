// GELU(x) = x Phi(x) (Hendrycks and Gimpel, 2016), with the error function of Abramowitz and Stegun 7.1.26 (error below 1.5e-7).
import { exp4, madd, splat } from './simd';

/** Phi(x), the standard normal's distribution function; `density` is e^(-x^2/2). */
// @ts-ignore: decorator
@inline
function phi(x: v128, density: v128): v128 {
  const z = f32x4.mul(f32x4.abs(x), splat(0.70710678118654752));
  const t = f32x4.div(splat(1), madd(z, splat(0.3275911), splat(1)));
  let p = madd(t, splat(1.061405429), splat(-1.453152027));
  p = madd(p, t, splat(1.421413741));
  p = madd(p, t, splat(-0.284496736));
  p = madd(p, t, splat(0.254829592));
  const half = f32x4.mul(splat(0.5), f32x4.mul(f32x4.mul(p, t), density));
  return v128.bitselect(half, f32x4.sub(splat(1), half), f32x4.lt(x, splat(0)));
}

// @ts-ignore: decorator
@inline
function densityOf(x: v128): v128 {
  return exp4(f32x4.mul(splat(-0.5), f32x4.mul(x, x)));
}

/** n is padded to a multiple of 4 by the caller's memory; floats past n are computed and ignored. */
export function geluForward(n: i32, x: usize, y: usize): void {
  for (let i = 0; i < n; i += 4) {
    const at = <usize>i << 2;
    const v = v128.load(x + at);
    store(y + at, f32x4.mul(v, phi(v, densityOf(v))), n - i);
  }
}

/** dx = dy (Phi(x) + x phi(x)). */
export function geluBackward(n: i32, x: usize, dy: usize, dx: usize): void {
  for (let i = 0; i < n; i += 4) {
    const at = <usize>i << 2;
    const v = v128.load(x + at);
    const density = densityOf(v);
    const slope = madd(f32x4.mul(v, splat(0.39894228040143268)), density, phi(v, density));
    store(dx + at, f32x4.mul(v128.load(dy + at), slope), n - i);
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
