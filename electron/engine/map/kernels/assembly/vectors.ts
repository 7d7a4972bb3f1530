// Vectors are rows of `width` floats, a multiple of four; `bias` holds a number per vector. The score of y as a
// neighbour of x is x y - bias[y]: the cosine of unit vectors if all biases are 0, and with half the square of each
// vector's length an order by Euclidean distance. Higher is nearer.
import { madd, sum4 } from '../../../model/kernels/assembly/simd';

/** Scalar product of two vectors of `bytes` bytes, a multiple of 16. */
// @ts-ignore: decorator
@inline
export function dot(x: usize, y: usize, bytes: usize): f32 {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  let i: usize = 0;
  for (; i + 64 <= bytes; i += 64) {
    a = madd(v128.load(x + i), v128.load(y + i), a);
    b = madd(v128.load(x + i, 16), v128.load(y + i, 16), b);
    c = madd(v128.load(x + i, 32), v128.load(y + i, 32), c);
    d = madd(v128.load(x + i, 48), v128.load(y + i, 48), d);
  }
  for (; i < bytes; i += 16) a = madd(v128.load(x + i), v128.load(y + i), a);
  return sum4(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
}

/** Square of the distance, without fused operations: the same on every machine. */
export function squaredDistance(x: usize, y: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const difference = f32x4.sub(v128.load(x + i), v128.load(y + i));
    sum = f32x4.add(sum, f32x4.mul(difference, difference));
  }
  return sum4(sum);
}

/** Copies the vectors with the ids `start` to `end`, and their biases, in the order of the ids. */
export function copyVectors(
  start: i32, end: i32, _thread: i32, ids: usize, vectors: usize, bias: usize, width: i32, toVectors: usize, toBias: usize,
): void {
  const bytes = <usize>width << 2;
  for (let i = start; i < end; i++) {
    const id = <usize>i32.load(ids + (<usize>i << 2));
    memory.copy(toVectors + <usize>i * bytes, vectors + id * bytes, bytes);
    f32.store(toBias + (<usize>i << 2), f32.load(bias + (id << 2)));
  }
}
