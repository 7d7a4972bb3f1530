// Attention without the length x length matrix in memory, in the manner of FlashAttention (Dao et al., 2022): only a few queries'
// scores are there at a time, and of each query the logarithm of its sum of exponentials is kept, from which the way back works its
// weights out again. Queries, keys and values are read where they lie: a row is a position, heads are side by side in it.
import { packAcross, packAlong, panelled } from './attention-panels';
import { markKeys, weighRow } from './attention-rows';
import { block, COLUMNS, ROWS, SPARE } from './block';
import { splat } from './simd';

/** Bytes of the `work` that `attention` takes. */
export function attentionWork(length: i32, size: i32): usize {
  const keys = panelled(length);
  return SPARE + (<usize>(COLUMNS + keys * (1 + size + panelled(size) + ROWS)) << 2);
}

/**
 * context (batch, length, heads, size) of qkv (batch, length, 3, heads, size); logSums is (batch, heads, length), mask (batch, length).
 * With causal, position q sees 0 to q. A share `rate` of the weights is dropped.
 */
export function attention(
  batch: i32, length: i32, heads: i32, size: i32, causal: bool, rate: f32, seed: i32,
  qkv: usize, mask: usize, context: usize, logSums: usize, work: usize,
): void {
  const width = <usize>(heads * size) << 2;
  const row = width * 3;
  const line = <usize>panelled(length) << 2;
  const factors = work + SPARE;
  const present = factors + (COLUMNS << 2);
  const keys = present + line;
  const values = keys + line * size;
  const scores = values + line * panelled(size);
  const scale: f32 = 1 / Mathf.sqrt(<f32>size);
  for (let b = 0; b < batch; b++) {
    const end = markKeys(length, mask, present);
    for (let h = 0; h < heads; h++) {
      const at = <usize>(h * size) << 2;
      packAcross(end, size, qkv + at + width, row, keys);
      packAlong(end, size, qkv + at + 2 * width, row, values);
      for (let q = 0; q < length; q += ROWS) {
        const rows = min(ROWS, length - q);
        const seen = causal ? min(end, q + rows) : end;
        const query = qkv + at + <usize>q * row;
        for (let k = 0; k < seen; k += COLUMNS) {
          block(rows, COLUMNS, size, query, row, 4, keys + (<usize>(k * size) << 2), COLUMNS << 2, scores + (<usize>k << 2), line, false, work);
        }
        for (let r = 0; r < rows; r++) {
          const factor = weighRow(
            panelled(seen), causal ? min(end, q + r + 1) : end, scale, scores + <usize>r * line, present, logSums + (<usize>(q + r) << 2),
            rate, seed, ((b * heads + h) * length + q + r) * length,
          );
          f32.store(factors + (<usize>r << 2), factor);
        }
        const to = context + at + <usize>q * width;
        for (let d = 0; d < size; d += COLUMNS) {
          block(
            rows, min(COLUMNS, size - d), seen, scores, line, 4, values + (<usize>(d * end) << 2), COLUMNS << 2, to + (<usize>d << 2), width, false, work,
          );
        }
        for (let r = 0; r < rows; r++) multiply(size, to + <usize>r * width, f32.load(factors + (<usize>r << 2)));
      }
      logSums += <usize>length << 2;
    }
    qkv += <usize>length * row;
    mask += <usize>length << 2;
    context += <usize>length * width;
  }
}

function multiply(n: i32, x: usize, factor: f32): void {
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) v128.store(x + (<usize>i << 2), f32x4.mul(v128.load(x + (<usize>i << 2)), splat(factor)));
  for (let i = whole; i < n; i++) f32.store(x + (<usize>i << 2), f32.load(x + (<usize>i << 2)) * factor);
}
