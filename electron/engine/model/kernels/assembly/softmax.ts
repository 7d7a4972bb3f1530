// Attention weights: softmax over the keys of scale * score, without padded keys.
import { exp4, madd, max4, splat, sum4 } from './simd';

const NEVER: f32 = -1e30;

/**
 * scores and weights are (batch * heads * queries, keys); mask is (batch, keys), 1 where there is a key, else 0. With
 * causal, queries = keys and query q attends to keys 0 to q.
 */
export function softmaxForward(
  batch: i32, rowsOfOne: i32, keys: i32, causal: bool, scale: f32, scores: usize, mask: usize, weights: usize,
): void {
  const bytes = <usize>keys << 2;
  for (let b = 0; b < batch; b++) {
    for (let r = 0; r < rowsOfOne; r++) {
      const seen = causal ? (r % keys) + 1 : keys;
      const whole = seen & ~3;
      let maxima = splat(NEVER);
      for (let k = 0; k < whole; k += 4) {
        const kept = f32x4.gt(v128.load(mask + (k << 2)), splat(0));
        const s = v128.bitselect(f32x4.mul(v128.load(scores + (k << 2)), splat(scale)), splat(NEVER), kept);
        v128.store(weights + (k << 2), s);
        maxima = f32x4.pmax(maxima, s);
      }
      let max = max4(maxima);
      for (let k = whole; k < seen; k++) {
        const s: f32 = f32.load(mask + (k << 2)) > 0 ? f32.load(scores + (k << 2)) * scale : NEVER;
        f32.store(weights + (k << 2), s);
        if (s > max) max = s;
      }
      let sums = splat(0);
      for (let k = 0; k < whole; k += 4) {
        const at = weights + (k << 2);
        const kept = f32x4.gt(v128.load(mask + (k << 2)), splat(0));
        const e = v128.and(exp4(f32x4.sub(v128.load(at), splat(max))), kept);
        v128.store(at, e);
        sums = f32x4.add(sums, e);
      }
      let sum = sum4(sums);
      for (let k = whole; k < seen; k++) {
        const at = weights + (k << 2);
        const e: f32 = f32.load(mask + (k << 2)) > 0 ? f32x4.extract_lane(exp4(splat(f32.load(at) - max)), 0) : 0;
        f32.store(at, e);
        sum += e;
      }
      const inverse: f32 = 1 / sum;
      for (let k = 0; k < whole; k += 4) {
        v128.store(weights + (k << 2), f32x4.mul(v128.load(weights + (k << 2)), splat(inverse)));
      }
      for (let k = whole; k < seen; k++) f32.store(weights + (k << 2), f32.load(weights + (k << 2)) * inverse);
      if (seen < keys) memory.fill(weights + (<usize>seen << 2), 0, <usize>(keys - seen) << 2);
      scores += bytes;
      weights += bytes;
    }
    mask += bytes;
  }
}

/** dscores = scale * w (dw - sum(w dw)). */
export function softmaxBackward(rows: i32, keys: i32, scale: f32, weights: usize, dweights: usize, dscores: usize): void {
  const whole = keys & ~3;
  for (let r = 0; r < rows; r++) {
    let dots = splat(0);
    for (let k = 0; k < whole; k += 4) dots = madd(v128.load(weights + (k << 2)), v128.load(dweights + (k << 2)), dots);
    let dot = sum4(dots);
    for (let k = whole; k < keys; k++) dot += f32.load(weights + (k << 2)) * f32.load(dweights + (k << 2));
    for (let k = 0; k < whole; k += 4) {
      const at = <usize>k << 2;
      const away = f32x4.sub(v128.load(dweights + at), splat(dot));
      v128.store(dscores + at, f32x4.mul(f32x4.mul(splat(scale), v128.load(weights + at)), away));
    }
    for (let k = whole; k < keys; k++) {
      const at = <usize>k << 2;
      f32.store(dscores + at, scale * f32.load(weights + at) * (f32.load(dweights + at) - dot));
    }
    weights += <usize>keys << 2;
    dweights += <usize>keys << 2;
    dscores += <usize>keys << 2;
  }
}
