// Layer norm over the last dimension (Ba, Kiros and Hinton, 2016): y = gamma (x - mean) / sqrt(variance + eps) + beta.

/** stats takes mean and 1/sqrt(variance + eps) of each row. */
export function layerNormForward(rows: i32, width: i32, x: usize, gamma: usize, beta: usize, eps: f32, y: usize, stats: usize): void {
  for (let r = 0; r < rows; r++) {
    let sum: f32 = 0;
    for (let i = 0; i < width; i++) sum += f32.load(x + (i << 2));
    const mean = sum / <f32>width;
    let squares: f32 = 0;
    for (let i = 0; i < width; i++) {
      const d = f32.load(x + (i << 2)) - mean;
      squares += d * d;
    }
    const scale: f32 = 1 / Mathf.sqrt(squares / <f32>width + eps);
    f32.store(stats, mean);
    f32.store(stats + 4, scale);
    for (let i = 0; i < width; i++) {
      const at = <usize>i << 2;
      f32.store(y + at, (f32.load(x + at) - mean) * scale * f32.load(gamma + at) + f32.load(beta + at));
    }
    x += <usize>width << 2;
    y += <usize>width << 2;
    stats += 8;
  }
}

/** dgamma and dbeta must be zero at the start. */
export function layerNormBackward(
  rows: i32, width: i32, x: usize, gamma: usize, stats: usize, dy: usize, dx: usize, dgamma: usize, dbeta: usize,
): void {
  for (let r = 0; r < rows; r++) {
    const mean = f32.load(stats);
    const scale = f32.load(stats + 4);
    let sum: f32 = 0;
    let dot: f32 = 0;
    for (let i = 0; i < width; i++) {
      const at = <usize>i << 2;
      const d = f32.load(dy + at);
      const xhat = (f32.load(x + at) - mean) * scale;
      const g = d * f32.load(gamma + at);
      sum += g;
      dot += g * xhat;
      f32.store(dgamma + at, f32.load(dgamma + at) + d * xhat);
      f32.store(dbeta + at, f32.load(dbeta + at) + d);
    }
    sum /= <f32>width;
    dot /= <f32>width;
    for (let i = 0; i < width; i++) {
      const at = <usize>i << 2;
      const xhat = (f32.load(x + at) - mean) * scale;
      f32.store(dx + at, scale * (f32.load(dy + at) * f32.load(gamma + at) - sum - xhat * dot));
    }
    x += <usize>width << 2;
    dy += <usize>width << 2;
    dx += <usize>width << 2;
    stats += 8;
  }
}
