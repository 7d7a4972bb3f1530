// Converts one query's scores to weights, and computes their gradients. Rows are padded to a multiple of 4 floats, with
// zeros where there is no key.
import { panelled } from './attention-panels';
import { keptOf, keyOf, thresholdOf } from './dropout';
import { exp4, madd, max4, splat, sum4 } from './simd';

const NEVER: f32 = -1e30;

/**
 * Sets `present` to all ones where mask (length floats) has a key and to 0 elsewhere, up to a multiple of 8. Returns
 * the end of the keys.
 */
export function markKeys(length: i32, mask: usize, present: usize): i32 {
  let end = 0;
  memory.fill(present, 0, <usize>panelled(length) << 2);
  for (let k = 0; k < length; k++) {
    if (f32.load(mask + (<usize>k << 2)) == 0) continue;
    i32.store(present + (<usize>k << 2), -1);
    end = k + 1;
  }
  return end;
}

/** Lane mask of the four keys from k on: present and before `seen`. */
// @ts-ignore: decorator
@inline
function seenKeys(k: i32, seen: v128, present: usize): v128 {
  const position = i32x4.add(i32x4.splat(k), i32x4(0, 1, 2, 3));
  return v128.and(v128.load(present + (<usize>k << 2)), i32x4.lt_s(position, seen));
}

/**
 * Replaces scores by their exponentials, and returns the factor that turns them into weights; 0 for keys that are
 * masked and weights that are dropped. Stores the logarithm of the sum of all exponentials at logSum. index: index of
 * the first weight, for dropout.
 */
export function weighRow(
  keys: i32, seen: i32, scale: f32, scores: usize, present: usize, logSum: usize, rate: f32, seed: i32, index: i32,
): f32 {
  const end = i32x4.splat(seen);
  const threshold = thresholdOf(rate);
  const key = keyOf(seed);
  let maxima = splat(NEVER);
  for (let k = 0; k < keys; k += 4) {
    const kept = seenKeys(k, end, present);
    maxima = f32x4.pmax(maxima, v128.bitselect(v128.load(scores + (<usize>k << 2)), splat(NEVER), kept));
  }
  const max = max4(maxima) * scale;
  let sums = splat(0);
  for (let k = 0; k < keys; k += 4) {
    const at = scores + (<usize>k << 2);
    let e = v128.and(exp4(madd(v128.load(at), splat(scale), splat(-max))), seenKeys(k, end, present));
    sums = f32x4.add(sums, e);
    if (rate > 0) e = v128.and(e, keptOf(i32x4.add(i32x4.splat(index + k), i32x4(0, 1, 2, 3)), key, threshold));
    v128.store(at, e);
  }
  const sum = sum4(sums);
  f32.store(logSum, max + Mathf.log(sum));
  return 1 / (sum * (1 - rate));
}

/**
 * Replaces scores by the weights after dropout, and the gradients of the weights by those of the scores. delta: the sum
 * over keys of weight times gradient, which equals the dot product of context and its gradient.
 */
export function weighRowBack(
  keys: i32, seen: i32, scale: f32, scores: usize, gradients: usize, present: usize, logSum: f32, delta: f32,
  rate: f32, seed: i32, index: i32,
): void {
  const end = i32x4.splat(seen);
  const kept = splat(1 / (1 - rate));
  const threshold = thresholdOf(rate);
  const key = keyOf(seed);
  for (let k = 0; k < keys; k += 4) {
    const at = scores + (<usize>k << 2);
    const to = gradients + (<usize>k << 2);
    const weight = v128.and(exp4(madd(v128.load(at), splat(scale), splat(-logSum))), seenKeys(k, end, present));
    let gradient = v128.load(to);
    let used = weight;
    if (rate > 0) {
      const stays = v128.and(keptOf(i32x4.add(i32x4.splat(index + k), i32x4(0, 1, 2, 3)), key, threshold), kept);
      gradient = f32x4.mul(gradient, stays);
      used = f32x4.mul(weight, stays);
    }
    v128.store(at, used);
    v128.store(to, f32x4.mul(f32x4.mul(weight, splat(scale)), f32x4.sub(gradient, splat(delta))));
  }
}
