// Layer norm over the last dimension (Ba, Kiros and Hinton, 2016): y = gamma (x - mean) / sqrt(variance + eps) + beta.
import { madd, splat, sum4 } from './simd';

/** Stores mean and 1/sqrt(variance + eps) of each row in stats. */
export function layerNormForward(rows: i32, width: i32, x: usize, gamma: usize, beta: usize, eps: f32, y: usize, stats: usize): void {
  const whole = width & ~3;
  for (let r = 0; r < rows; r++) {
    let sums = splat(0);
    for (let i = 0; i < whole; i += 4) sums = f32x4.add(sums, v128.load(x + (i << 2)));
    let sum = sum4(sums);
    for (let i = whole; i < width; i++) sum += f32.load(x + (i << 2));
    const mean = sum / <f32>width;
    let squares4 = splat(0);
    for (let i = 0; i < whole; i += 4) {
      const d = f32x4.sub(v128.load(x + (i << 2)), splat(mean));
      squares4 = madd(d, d, squares4);
    }
    let squares = sum4(squares4);
    for (let i = whole; i < width; i++) {
      const d = f32.load(x + (i << 2)) - mean;
      squares += d * d;
    }
    const scale: f32 = 1 / Mathf.sqrt(squares / <f32>width + eps);
    f32.store(stats, mean);
    f32.store(stats + 4, scale);
    for (let i = 0; i < whole; i += 4) {
      const at = <usize>i << 2;
      const xhat = f32x4.mul(f32x4.sub(v128.load(x + at), splat(mean)), splat(scale));
      v128.store(y + at, madd(xhat, v128.load(gamma + at), v128.load(beta + at)));
    }
    for (let i = whole; i < width; i++) {
      const at = <usize>i << 2;
      f32.store(y + at, (f32.load(x + at) - mean) * scale * f32.load(gamma + at) + f32.load(beta + at));
    }
    x += <usize>width << 2;
    y += <usize>width << 2;
    stats += 8;
  }
}

/** dgamma and dbeta must be zeroed by the caller. */
export function layerNormBackward(
  rows: i32, width: i32, x: usize, gamma: usize, stats: usize, dy: usize, dx: usize, dgamma: usize, dbeta: usize,
): void {
  const whole = width & ~3;
  for (let r = 0; r < rows; r++) {
    const mean = f32.load(stats);
    const scale = f32.load(stats + 4);
    let sums = splat(0);
    let dots = splat(0);
    for (let i = 0; i < whole; i += 4) {
      const at = <usize>i << 2;
      const d = v128.load(dy + at);
      const xhat = f32x4.mul(f32x4.sub(v128.load(x + at), splat(mean)), splat(scale));
      const g = f32x4.mul(d, v128.load(gamma + at));
      sums = f32x4.add(sums, g);
      dots = madd(g, xhat, dots);
      v128.store(dgamma + at, madd(d, xhat, v128.load(dgamma + at)));
      v128.store(dbeta + at, f32x4.add(v128.load(dbeta + at), d));
    }
    let sum = sum4(sums);
    let dot = sum4(dots);
    for (let i = whole; i < width; i++) {
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
    for (let i = 0; i < whole; i += 4) {
      const at = <usize>i << 2;
      const xhat = f32x4.mul(f32x4.sub(v128.load(x + at), splat(mean)), splat(scale));
      const g = f32x4.sub(f32x4.mul(v128.load(dy + at), v128.load(gamma + at)), splat(sum));
      v128.store(dx + at, f32x4.mul(splat(scale), f32x4.sub(g, f32x4.mul(xhat, splat(dot)))));
    }
    for (let i = whole; i < width; i++) {
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
