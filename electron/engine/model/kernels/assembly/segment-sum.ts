// The gradient of an embedding lookup: rows of the upstream gradient added up by the row they were read from.
export function segmentSum(rows: i32, width: i32, x: usize, segments: usize, out: usize): void {
  for (let r = 0; r < rows; r++) {
    const into = out + (<usize>(i32.load(segments + (<usize>r << 2)) * width) << 2);
    for (let i = 0; i < width; i++) {
      const at = <usize>i << 2;
      f32.store(into + at, f32.load(into + at) + f32.load(x + at));
    }
    x += <usize>width << 2;
  }
}
