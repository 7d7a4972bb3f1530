// Peak rate of fused multiply-adds of a core: twelve independent chains, all in registers.

/** 96 floating-point operations per round. */
export function arithmetic(rounds: i32, x: f32, y: f32): f32 {
  const a = f32x4.splat(x), b = f32x4.splat(y);
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0, s8 = s0, s9 = s0, s10 = s0, s11 = s0;
  for (let i = 0; i < rounds; i++) {
    s0 = f32x4.relaxed_madd(a, b, s0);
    s1 = f32x4.relaxed_madd(a, b, s1);
    s2 = f32x4.relaxed_madd(a, b, s2);
    s3 = f32x4.relaxed_madd(a, b, s3);
    s4 = f32x4.relaxed_madd(a, b, s4);
    s5 = f32x4.relaxed_madd(a, b, s5);
    s6 = f32x4.relaxed_madd(a, b, s6);
    s7 = f32x4.relaxed_madd(a, b, s7);
    s8 = f32x4.relaxed_madd(a, b, s8);
    s9 = f32x4.relaxed_madd(a, b, s9);
    s10 = f32x4.relaxed_madd(a, b, s10);
    s11 = f32x4.relaxed_madd(a, b, s11);
  }
  const low = f32x4.add(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)), f32x4.add(s4, s5));
  const high = f32x4.add(f32x4.add(f32x4.add(s6, s7), f32x4.add(s8, s9)), f32x4.add(s10, s11));
  return f32x4.extract_lane(f32x4.add(low, high), 0);
}

/** Peak memory bandwidth: copies bytes from one address to another. */
export function copy(bytes: i32, from: usize, to: usize): void {
  memory.copy(to, from, bytes);
}
