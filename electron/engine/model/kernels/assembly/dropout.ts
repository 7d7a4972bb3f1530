// Dropout (Srivastava et al., 2014). Whether a float is kept follows from the seed and its index alone, so the backward pass
// drops the same ones without a mask in memory. The hash is lowbias32 (C. Wellons, Prospecting for Hash Functions, 2018).

// @ts-ignore: decorator
@inline
function hash(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** y = x / (1 - rate) where kept, else 0. */
export function dropout(n: i32, x: usize, seed: i32, rate: f32, y: usize): void {
  const scale = f32x4.splat(1 / (1 - rate));
  const threshold = i32x4.splat(<i32>(rate * 2147483648.0));
  const key = hash(i32x4.splat(seed));
  let index = i32x4(0, 1, 2, 3);
  const whole = n & ~3;
  let i = 0;
  for (; i < whole; i += 4) {
    const kept = i32x4.ge_s(i32x4.shr_u(hash(v128.xor(index, key)), 1), threshold);
    v128.store(y + (<usize>i << 2), v128.and(f32x4.mul(v128.load(x + (<usize>i << 2)), scale), kept));
    index = i32x4.add(index, i32x4.splat(4));
  }
  const kept = v128.and(i32x4.ge_s(i32x4.shr_u(hash(v128.xor(index, key)), 1), threshold), scale);
  if (i < n) f32.store(y + (<usize>i << 2), f32.load(x + (<usize>i << 2)) * f32x4.extract_lane(kept, 0));
  if (i + 1 < n) f32.store(y + (<usize>i << 2) + 4, f32.load(x + (<usize>i << 2) + 4) * f32x4.extract_lane(kept, 1));
  if (i + 2 < n) f32.store(y + (<usize>i << 2) + 8, f32.load(x + (<usize>i << 2) + 8) * f32x4.extract_lane(kept, 2));
}
