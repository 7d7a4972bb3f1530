// Cross-entropy of a softmax over classes, and its gradient, in one pass over the logits.
import { exp4, max4, splat, sum4 } from './simd';

/**
 * losses takes the cross-entropy of each row to q, dlogits (p - q) / rows, where q has `smoothing` spread evenly over all
 * classes and the rest at the target. Classes below `first` (special tokens) are left out: their probability is 0.
 */
export function crossEntropy(rows: i32, classes: i32, first: i32, smoothing: f32, logits: usize, targets: usize, losses: usize, dlogits: usize): void {
  const share: f32 = 1 / <f32>rows;
  const even = smoothing / <f32>(classes - first);
  const whole = first + ((classes - first) & ~3);
  for (let r = 0; r < rows; r++) {
    let maxima = splat(-1e30);
    for (let c = first; c < whole; c += 4) maxima = f32x4.max(maxima, v128.load(logits + (c << 2)));
    let max = max4(maxima);
    for (let c = whole; c < classes; c++) max = Mathf.max(max, f32.load(logits + (c << 2)));
    for (let c = 0; c < first; c++) f32.store(dlogits + (c << 2), 0);
    let sums = splat(0);
    for (let c = first; c < whole; c += 4) {
      const e = exp4(f32x4.sub(v128.load(logits + (c << 2)), splat(max)));
      v128.store(dlogits + (c << 2), e);
      sums = f32x4.add(sums, e);
    }
    let sum = sum4(sums);
    for (let c = whole; c < classes; c++) {
      const e = f32x4.extract_lane(exp4(splat(f32.load(logits + (c << 2)) - max)), 0);
      f32.store(dlogits + (c << 2), e);
      sum += e;
    }
    const target = <usize>i32.load(targets) << 2;
    const meant = (<f32>1 - smoothing) * f32.load(logits + target);
    f32.store(losses, max + Mathf.log(sum) - meant - (smoothing > 0 ? even * sumOf(logits, first, whole, classes) : 0));
    const factor = share / sum;
    for (let c = first; c < whole; c += 4) {
      const at = dlogits + (c << 2);
      v128.store(at, f32x4.sub(f32x4.mul(v128.load(at), splat(factor)), splat(even * share)));
    }
    for (let c = whole; c < classes; c++) f32.store(dlogits + (c << 2), f32.load(dlogits + (c << 2)) * factor - even * share);
    f32.store(dlogits + target, f32.load(dlogits + target) - (<f32>1 - smoothing) * share);
    logits += <usize>classes << 2;
    dlogits += <usize>classes << 2;
    targets += 4;
    losses += 4;
  }
}

function sumOf(x: usize, first: i32, whole: i32, end: i32): f32 {
  let sums = splat(0);
  for (let c = first; c < whole; c += 4) sums = f32x4.add(sums, v128.load(x + (c << 2)));
  let sum = sum4(sums);
  for (let c = whole; c < end; c++) sum += f32.load(x + (c << 2));
  return sum;
}
