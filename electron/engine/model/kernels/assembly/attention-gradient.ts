// Backward pass of attention: recomputes the weights, a tile of queries at a time, from scores and the logarithms of
// their sums.
import { packAcross, packAlong, panelled } from './attention-panels';
import { pastQueries, positionOf, seenBy } from './attention-positions';
import { markKeys, weighRowBack } from './attention-rows';
import { block, COLUMNS, ROWS, SPARE } from './block';

/** Queries per tile: a multiple of the block's rows. */
const TILE: i32 = 48;

/** Bytes of `work` that `attentionGradient` needs. */
export function attentionGradientWork(length: i32, size: i32): usize {
  const keys = panelled(length);
  return SPARE + (<usize>(keys * (1 + 2 * size + panelled(size)) + TILE * 2 * (panelled(size) + keys)) << 2);
}

/** Computes dquery and dkeyValue from dcontext; the other arguments are the inputs and outputs of `attention`. */
export function attentionGradient(
  batch: i32, length: i32, heads: i32, size: i32, causal: bool, rate: f32, seed: i32,
  queries: i32, positions: usize, query: usize, keyValue: usize, mask: usize, context: usize, logSums: usize,
  dcontext: usize, dquery: usize, dkeyValue: usize, work: usize,
): void {
  const width = <usize>(heads * size) << 2;
  const row = width * 2;
  const line = <usize>panelled(length) << 2;
  const present = work + SPARE;
  const keys = present + line;
  const values = keys + line * size;
  const keysAlong = values + line * size;
  const queriesAlong = keysAlong + line * panelled(size);
  const upstream = queriesAlong + (<usize>(TILE * panelled(size)) << 2);
  const scores = upstream + (<usize>(TILE * panelled(size)) << 2);
  const gradients = scores + line * TILE;
  const scale: f32 = 1 / Mathf.sqrt(<f32>size);
  const panel = <usize>COLUMNS << 2;
  memory.fill(dkeyValue, 0, <usize>(batch * length) * row);
  let past = 0;
  for (let b = 0; b < batch; b++) {
    const first = past;
    past = pastQueries(first, queries, positions, (b + 1) * length);
    const end = first < past ? markKeys(length, mask, present) : 0;
    for (let h = 0; h < heads && first < past; h++) {
      const at = <usize>(h * size) << 2;
      packAcross(end, size, keyValue + at, row, keys);
      packAcross(end, size, keyValue + at + width, row, values);
      packAlong(end, size, keyValue + at, row, keysAlong);
      for (let q = first; q < past; q += TILE) {
        const rows = min(TILE, past - q);
        const most = seenBy(positionOf(positions, q + rows - 1, b, length), end, causal);
        const off = at + <usize>q * width;
        for (let k = 0; k < most; k += COLUMNS) {
          const from = <usize>(k * size) << 2;
          for (let r = 0; r < rows; r += ROWS) {
            const here = min(ROWS, rows - r);
            const down = off + <usize>r * width;
            const to = <usize>r * line + (<usize>k << 2);
            block(here, COLUMNS, size, query + down, width, 4, keys + from, panel, scores + to, line, false, work);
            block(here, COLUMNS, size, dcontext + down, width, 4, values + from, panel, gradients + to, line, false, work);
          }
        }
        for (let r = 0; r < rows; r++) {
          const position = positionOf(positions, q + r, b, length);
          const down = off + <usize>r * width;
          const to = <usize>r * line;
          weighRowBack(
            panelled(most), seenBy(position, end, causal), scale, scores + to, gradients + to, present,
            f32.load(logSums + (<usize>((q + r) * heads + h) << 2)), dot(size, context + down, dcontext + down),
            rate, seed, ((b * heads + h) * length + position) * length,
          );
        }
        packAlong(rows, size, query + off, width, queriesAlong);
        packAlong(rows, size, dcontext + off, width, upstream);
        for (let d = 0; d < size; d += COLUMNS) {
          const columns = min(COLUMNS, size - d);
          const across = <usize>d << 2;
          for (let r = 0; r < rows; r += ROWS) {
            block(
              min(ROWS, rows - r), columns, most, gradients + <usize>r * line, line, 4, keysAlong + across * end, panel,
              dquery + off + <usize>r * width + across, width, false, work,
            );
          }
          const from = across * rows;
          for (let k = 0; k < most; k += ROWS) {
            const here = min(ROWS, most - k);
            const a = <usize>k << 2;
            const to = dkeyValue + at + <usize>k * row + across;
            block(here, columns, rows, gradients + a, 4, line, queriesAlong + from, panel, to, row, true, work);
            block(here, columns, rows, scores + a, 4, line, upstream + from, panel, to + width, row, true, work);
          }
        }
      }
    }
    keyValue += <usize>length * row;
    dkeyValue += <usize>length * row;
    mask += <usize>length << 2;
  }
}

function dot(n: i32, x: usize, y: usize): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < n; i++) sum += f32.load(x + (<usize>i << 2)) * f32.load(y + (<usize>i << 2));
  return sum;
}
