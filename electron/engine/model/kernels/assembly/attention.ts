// Attention without the length x length matrix in memory, as in FlashAttention (Dao et al., 2022): only a few queries'
// scores are in memory at a time, and the logarithm of each query's sum of exponentials is kept, from which the
// backward pass recomputes the weights. Queries, keys and values are read in place, with heads side by side in a row.
import { packAcross, packAlong, panelled } from './attention-panels';
import { pastQueries, positionOf, seenBy } from './attention-positions';
import { markKeys, weighRow } from './attention-rows';
import { block, COLUMNS, ROWS, SPARE } from './block';
import { splat } from './simd';

/** Bytes of `work` that `attention` needs. */
export function attentionWork(length: i32, size: i32): usize {
  const keys = panelled(length);
  return SPARE + (<usize>(COLUMNS + keys * (1 + size + panelled(size) + ROWS)) << 2);
}

/**
 * Computes context (queries, heads, size) from query (queries, heads, size) and keyValue (batch, length, 2, heads,
 * size). positions: ascending index of each query into batch x length. With causal, a query attends only to itself and
 * earlier positions. A fraction `rate` of the weights is dropped. mask is (batch, length), logSums (queries, heads).
 */
export function attention(
  batch: i32, length: i32, heads: i32, size: i32, causal: bool, rate: f32, seed: i32,
  queries: i32, positions: usize, query: usize, keyValue: usize, mask: usize, context: usize, logSums: usize, work: usize,
): void {
  const width = <usize>(heads * size) << 2;
  const row = width * 2;
  const line = <usize>panelled(length) << 2;
  const factors = work + SPARE;
  const present = factors + (COLUMNS << 2);
  const keys = present + line;
  const values = keys + line * size;
  const scores = values + line * panelled(size);
  const scale: f32 = 1 / Mathf.sqrt(<f32>size);
  let past = 0;
  for (let b = 0; b < batch; b++) {
    const first = past;
    past = pastQueries(first, queries, positions, (b + 1) * length);
    const end = first < past ? markKeys(length, mask, present) : 0;
    for (let h = 0; h < heads && first < past; h++) {
      const at = <usize>(h * size) << 2;
      packAcross(end, size, keyValue + at, row, keys);
      packAlong(end, size, keyValue + at + width, row, values);
      for (let q = first; q < past; q += ROWS) {
        const rows = min(ROWS, past - q);
        const most = seenBy(positionOf(positions, q + rows - 1, b, length), end, causal);
        const from = query + at + <usize>q * width;
        for (let k = 0; k < most; k += COLUMNS) {
          block(rows, COLUMNS, size, from, width, 4, keys + (<usize>(k * size) << 2), COLUMNS << 2, scores + (<usize>k << 2), line, false, work);
        }
        for (let r = 0; r < rows; r++) {
          const position = positionOf(positions, q + r, b, length);
          const factor = weighRow(
            panelled(most), seenBy(position, end, causal), scale, scores + <usize>r * line, present, logSums + (<usize>((q + r) * heads + h) << 2),
            rate, seed, ((b * heads + h) * length + position) * length,
          );
          f32.store(factors + (<usize>r << 2), factor);
        }
        const to = context + at + <usize>q * width;
        for (let d = 0; d < size; d += COLUMNS) {
          block(
            rows, min(COLUMNS, size - d), most, scores, line, 4, values + (<usize>(d * end) << 2), COLUMNS << 2, to + (<usize>d << 2), width, false, work,
          );
        }
        for (let r = 0; r < rows; r++) multiply(size, to + <usize>r * width, f32.load(factors + (<usize>r << 2)));
      }
    }
    keyValue += <usize>length * row;
    mask += <usize>length << 2;
  }
}

function multiply(n: i32, x: usize, factor: f32): void {
  const whole = n & ~3;
  for (let i = 0; i < whole; i += 4) v128.store(x + (<usize>i << 2), f32x4.mul(v128.load(x + (<usize>i << 2)), splat(factor)));
  for (let i = whole; i < n; i++) f32.store(x + (<usize>i << 2), f32.load(x + (<usize>i << 2)) * factor);
}
