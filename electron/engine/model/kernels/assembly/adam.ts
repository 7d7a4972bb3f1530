// Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019), all of one weight in one pass.
import { splat } from './simd';

/** `rate` already holds the bias corrections; the gradient is multiplied by `clip` first, the weight by `keep`. */
export function adam(n: i32, weight: usize, gradient: usize, m: usize, v: usize, rate: f32, beta1: f32, beta2: f32, eps: f32, clip: f32, keep: f32): void {
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = <usize>i << 2;
    const g = f32x4.mul(v128.load(gradient + at), splat(clip));
    const m1 = f32x4.add(f32x4.mul(splat(beta1), v128.load(m + at)), f32x4.mul(splat(1 - beta1), g));
    const v1 = f32x4.add(f32x4.mul(splat(beta2), v128.load(v + at)), f32x4.mul(f32x4.mul(splat(1 - beta2), g), g));
    v128.store(m + at, m1);
    v128.store(v + at, v1);
    const step = f32x4.div(f32x4.mul(splat(rate), m1), f32x4.add(f32x4.sqrt(v1), splat(eps)));
    v128.store(weight + at, f32x4.sub(f32x4.mul(v128.load(weight + at), splat(keep)), step));
  }
  for (let i = whole; i < n; i++) {
    const at = <usize>i << 2;
    const g = f32.load(gradient + at) * clip;
    const m1 = beta1 * f32.load(m + at) + (1 - beta1) * g;
    const v1 = beta2 * f32.load(v + at) + (1 - beta2) * g * g;
    f32.store(m + at, m1);
    f32.store(v + at, v1);
    f32.store(weight + at, f32.load(weight + at) * keep - (rate * m1) / (Mathf.sqrt(v1) + eps));
  }
}

export function sumOfSquares(n: i32, x: usize): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) {
    const v = <f64>f32.load(x + (<usize>i << 2));
    sum += v * v;
  }
  return sum;
}
