// Helpers for vectors of four floats.

// @ts-ignore: decorator
@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

/** a b + c: rounded once in builds with relaxed SIMD, twice in others. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

// @ts-ignore: decorator
@inline
export function sum4(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

// @ts-ignore: decorator
@inline
export function max4(v: v128): f32 {
  return Mathf.max(
    Mathf.max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    Mathf.max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/**
 * A constant vector that is loaded from memory. V8 rebuilds a vector with known numbers at each use, with three
 * instructions, which would dominate a loop with many coefficients.
 */
export function loaded(x: f32): v128 {
  return f32x4.splat(x);
}

const HIGHEST = loaded(88);
const LOWEST = loaded(-87);
const LOG2E = loaded(1.44269504088896341);
/**
 * 1.5 x 2^23: a float of this size has no fraction bits, so that adding it rounds, and the rounded integer is in its
 * lowest bits.
 */
const ROUNDER = loaded(12582912);
const LN2_HIGH = loaded(-0.693359375);
const LN2_LOW = loaded(2.12194440e-4);
const E7 = loaded(1.9875691500e-4);
const E6 = loaded(1.3981999507e-3);
const E5 = loaded(8.3334519073e-3);
const E4 = loaded(4.1665795894e-2);
const E3 = loaded(1.6666665459e-1);
const E2 = loaded(5.0000001201e-1);
const ONE = loaded(1);

/**
 * e^x: x = n ln 2 + r with |r| <= ln 2 / 2, a polynomial of degree 7 for e^r (from the Cephes library's expf), with n
 * added to its exponent. Relative error below 2e-7; x is clamped to [-87, 88]; NaN stays NaN.
 */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, HIGHEST), LOWEST);
  const rounded = madd(x, LOG2E, ROUNDER);
  const n = f32x4.sub(rounded, ROUNDER);
  let r = madd(n, LN2_HIGH, x);
  r = madd(n, LN2_LOW, r);
  let p = madd(E7, r, E6);
  p = madd(p, r, E5);
  p = madd(p, r, E4);
  p = madd(p, r, E3);
  p = madd(p, r, E2);
  p = madd(p, f32x4.mul(r, r), f32x4.add(r, ONE));
  return i32x4.add(p, i32x4.shl(rounded, 23));
}
