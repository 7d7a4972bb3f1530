// An embedding's lookup and its gradient.

/** out[r] = table[ids[r]], rows of `width` floats. */
export function lookup(rows: i32, width: i32, table: usize, ids: usize, out: usize): void {
  const bytes = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    memory.copy(out, table + <usize>i32.load(ids + (<usize>r << 2)) * bytes, bytes);
    out += bytes;
  }
}

/** out[ids[r]] += x[r]; out must be zero at the start. */
export function segmentSum(rows: i32, width: i32, x: usize, ids: usize, out: usize): void {
  const whole = width & ~3;
  for (let r = 0; r < rows; r++) {
    const into = out + (<usize>(i32.load(ids + (<usize>r << 2)) * width) << 2);
    for (let i = 0; i < whole; i += 4) {
      const at = <usize>i << 2;
      v128.store(into + at, f32x4.add(v128.load(into + at), v128.load(x + at)));
    }
    for (let i = whole; i < width; i++) {
      const at = <usize>i << 2;
      f32.store(into + at, f32.load(into + at) + f32.load(x + at));
    }
    x += <usize>width << 2;
  }
}
