// Helpers on four floats at a time.

// @ts-ignore: decorator
@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.relaxed_madd(a, b, c);
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

/** 1.5 x 2^23: a float of that size has no fraction, so that adding it rounds, and what was rounded stands in its lowest bits. */
const ROUNDER: f32 = 12582912;

/**
 * e^x: x = n ln 2 + r with |r| <= ln 2 / 2, a polynomial of degree 7 for e^r (the Cephes library's expf), n added to its
 * exponent. Relative error below 2e-7; x is clamped to [-87, 88]; NaN stays NaN.
 */
// @ts-ignore: decorator
@inline
export function exp4(x: v128): v128 {
  x = f32x4.pmax(f32x4.pmin(x, splat(88)), splat(-87));
  const rounded = madd(x, splat(1.44269504088896341), splat(ROUNDER));
  const n = f32x4.sub(rounded, splat(ROUNDER));
  let r = madd(n, splat(-0.693359375), x);
  r = madd(n, splat(2.12194440e-4), r);
  let p = madd(splat(1.9875691500e-4), r, splat(1.3981999507e-3));
  p = madd(p, r, splat(8.3334519073e-3));
  p = madd(p, r, splat(4.1665795894e-2));
  p = madd(p, r, splat(1.6666665459e-1));
  p = madd(p, r, splat(5.0000001201e-1));
  p = madd(p, f32x4.mul(r, r), f32x4.add(r, splat(1)));
  return i32x4.add(p, i32x4.shl(rounded, 23));
}
