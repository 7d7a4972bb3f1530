// Dropout (Srivastava et al., 2014). Whether a float is kept depends only on the seed and its index, so the backward
// pass drops the same floats without a mask in memory. The hash is lowbias32 (C. Wellons, Prospecting for Hash
// Functions, 2018).

const FIRST = loadedBits(0x7feb352d);
const SECOND = loadedBits(0x846ca68b);

/** See `loaded`. */
function loadedBits(x: i32): v128 {
  return i32x4.splat(x);
}

// @ts-ignore: decorator
@inline
function hash(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, FIRST);
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, SECOND);
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** Threshold argument of `keptOf` for a rate. */
// @ts-ignore: decorator
@inline
export function thresholdOf(rate: f32): v128 {
  return i32x4.splat(<i32>(rate * 2147483648.0));
}

// @ts-ignore: decorator
@inline
export function keyOf(seed: i32): v128 {
  return hash(i32x4.splat(seed));
}

/** Lane mask of the floats kept, by index. */
// @ts-ignore: decorator
@inline
export function keptOf(index: v128, key: v128, threshold: v128): v128 {
  return i32x4.ge_s(i32x4.shr_u(hash(v128.xor(index, key)), 1), threshold);
}

/** y = x / (1 - rate) where kept, else 0; plus `shortcut` unless that is 0. */
export function dropout(n: i32, shortcut: usize, x: usize, seed: i32, rate: f32, y: usize): void {
  const scale = f32x4.splat(1 / (1 - rate));
  const threshold = thresholdOf(rate);
  const key = keyOf(seed);
  let index = i32x4(0, 1, 2, 3);
  const whole = n & ~3;
  let i = 0;
  for (; i < whole; i += 4) {
    const at = <usize>i << 2;
    const kept = v128.and(f32x4.mul(v128.load(x + at), scale), keptOf(index, key, threshold));
    v128.store(y + at, shortcut ? f32x4.add(v128.load(shortcut + at), kept) : kept);
    index = i32x4.add(index, i32x4.splat(4));
  }
  const kept = v128.and(keptOf(index, key, threshold), scale);
  if (i < n) last(i, f32x4.extract_lane(kept, 0), shortcut, x, y);
  if (i + 1 < n) last(i + 1, f32x4.extract_lane(kept, 1), shortcut, x, y);
  if (i + 2 < n) last(i + 2, f32x4.extract_lane(kept, 2), shortcut, x, y);
}

function last(i: i32, scale: f32, shortcut: usize, x: usize, y: usize): void {
  const at = <usize>i << 2;
  f32.store(y + at, f32.load(x + at) * scale + (shortcut ? f32.load(shortcut + at) : 0));
}
