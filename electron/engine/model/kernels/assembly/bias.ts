// y = x + bias, and the gradient of the bias: the sum over rows.

export function addBias(rows: i32, width: i32, x: usize, bias: usize, y: usize): void {
  const whole = width & ~3;
  for (let r = 0; r < rows; r++) {
    let i = 0;
    for (; i < whole; i += 4) {
      const at = <usize>i << 2;
      v128.store(y + at, f32x4.add(v128.load(x + at), v128.load(bias + at)));
    }
    for (; i < width; i++) {
      const at = <usize>i << 2;
      f32.store(y + at, f32.load(x + at) + f32.load(bias + at));
    }
    x += <usize>width << 2;
    y += <usize>width << 2;
  }
}

/** out must be zeroed by the caller. */
export function columnSums(rows: i32, width: i32, x: usize, out: usize): void {
  const whole = width & ~3;
  for (let r = 0; r < rows; r++) {
    let i = 0;
    for (; i < whole; i += 4) {
      const at = <usize>i << 2;
      v128.store(out + at, f32x4.add(v128.load(out + at), v128.load(x + at)));
    }
    for (; i < width; i++) {
      const at = <usize>i << 2;
      f32.store(out + at, f32.load(out + at) + f32.load(x + at));
    }
    x += <usize>width << 2;
  }
}
