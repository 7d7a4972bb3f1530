// The way back through attention: weights are worked out again, some queries at a time, from scores and the logarithms of their sums.
import { packAcross, packAlong, panelled } from './attention-panels';
import { markKeys, weighRowBack } from './attention-rows';
import { block, COLUMNS, ROWS, SPARE } from './block';

/** Queries at a time: a multiple of the block's rows. */
const TILE: i32 = 48;

/** Bytes of the `work` that `attentionGradient` takes. */
export function attentionGradientWork(length: i32, size: i32): usize {
  const keys = panelled(length);
  return SPARE + (<usize>(keys * (1 + 2 * size + panelled(size)) + TILE * 2 * (panelled(size) + keys)) << 2);
}

/** dqkv of dcontext; the rest as `attention` was given it and gave it. */
export function attentionGradient(
  batch: i32, length: i32, heads: i32, size: i32, causal: bool, rate: f32, seed: i32,
  qkv: usize, mask: usize, context: usize, logSums: usize, dcontext: usize, dqkv: usize, work: usize,
): void {
  const width = <usize>(heads * size) << 2;
  const row = width * 3;
  const line = <usize>panelled(length) << 2;
  const present = work + SPARE;
  const keys = present + line;
  const values = keys + line * size;
  const keysAlong = values + line * size;
  const queries = keysAlong + line * panelled(size);
  const upstream = queries + (<usize>(TILE * panelled(size)) << 2);
  const scores = upstream + (<usize>(TILE * panelled(size)) << 2);
  const gradients = scores + line * TILE;
  const scale: f32 = 1 / Mathf.sqrt(<f32>size);
  const panel = <usize>COLUMNS << 2;
  memory.fill(dqkv, 0, <usize>(batch * length) * row);
  for (let b = 0; b < batch; b++) {
    const end = markKeys(length, mask, present);
    for (let h = 0; h < heads; h++) {
      const at = <usize>(h * size) << 2;
      packAcross(end, size, qkv + at + width, row, keys);
      packAcross(end, size, qkv + at + 2 * width, row, values);
      packAlong(end, size, qkv + at + width, row, keysAlong);
      const dkeys = dqkv + at + width;
      for (let q = 0; q < length; q += TILE) {
        const rows = min(TILE, length - q);
        const seen = causal ? min(end, q + rows) : end;
        const query = qkv + at + <usize>q * row;
        const dquery = dqkv + at + <usize>q * row;
        const out = context + at + <usize>q * width;
        const dout = dcontext + at + <usize>q * width;
        for (let k = 0; k < seen; k += COLUMNS) {
          const from = <usize>(k * size) << 2;
          for (let r = 0; r < rows; r += ROWS) {
            const here = min(ROWS, rows - r);
            const to = <usize>r * line + (<usize>k << 2);
            block(here, COLUMNS, size, query + <usize>r * row, row, 4, keys + from, panel, scores + to, line, false, work);
            block(here, COLUMNS, size, dout + <usize>r * width, width, 4, values + from, panel, gradients + to, line, false, work);
          }
        }
        for (let r = 0; r < rows; r++) {
          const to = <usize>r * line;
          weighRowBack(
            panelled(seen), causal ? min(end, q + r + 1) : end, scale, scores + to, gradients + to, present,
            f32.load(logSums + (<usize>(q + r) << 2)), dot(size, out + <usize>r * width, dout + <usize>r * width),
            rate, seed, ((b * heads + h) * length + q + r) * length,
          );
        }
        packAlong(rows, size, query, row, queries);
        packAlong(rows, size, dout, width, upstream);
        for (let d = 0; d < size; d += COLUMNS) {
          const columns = min(COLUMNS, size - d);
          const across = <usize>d << 2;
          for (let r = 0; r < rows; r += ROWS) {
            block(
              min(ROWS, rows - r), columns, seen, gradients + <usize>r * line, line, 4, keysAlong + across * end, panel,
              dquery + <usize>r * row + across, row, false, work,
            );
          }
          const from = across * rows;
          for (let k = 0; k < seen; k += ROWS) {
            const here = min(ROWS, seen - k);
            const a = <usize>k << 2;
            const to = dkeys + <usize>k * row + across;
            block(here, columns, rows, gradients + a, 4, line, queries + from, panel, to, row, true, work);
            block(here, columns, rows, scores + a, 4, line, upstream + from, panel, to + width, row, true, work);
          }
        }
      }
      logSums += <usize>length << 2;
    }
    qkv += <usize>length * row;
    dqkv += <usize>length * row;
    mask += <usize>length << 2;
    context += <usize>length * width;
    dcontext += <usize>length * width;
  }
}

function dot(n: i32, x: usize, y: usize): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < n; i++) sum += f32.load(x + (<usize>i << 2)) * f32.load(y + (<usize>i << 2));
  return sum;
}
