// Dense layers y = x W + b, with or without GELU, and their backward pass to x, W and b.
import { gelu, geluWithSlope, multiply } from './gelu';
import { product, WORK } from './matmul';

/** Rows per tile, so that intermediate results are still in the cache for the next step. */
const TILE: i32 = 192;

/** Bytes of `work` that dense layers with `outputs` outputs need. */
export function denseWork(outputs: i32): usize {
  return WORK + (<usize>(TILE * outputs) << 2);
}

/** y (rows, outputs) from x (rows, inputs); y may be columns of a wider matrix: yRow floats between its rows. */
export function dense(rows: i32, inputs: i32, outputs: i32, x: usize, weight: usize, bias: usize, y: usize, yRow: i32, work: usize): void {
  const bytes = <usize>outputs << 2;
  for (let r = 0; r < rows; r++) memory.copy(y + (<usize>(r * yRow) << 2), bias, bytes);
  product(rows, outputs, inputs, x, inputs << 2, 4, weight, bytes, 4, y, yRow << 2, true, work);
}

/** y = GELU(x W + b). Stores GELU's derivative, all that the backward pass needs, at slope unless it is 0. */
export function denseGelu(rows: i32, inputs: i32, outputs: i32, x: usize, weight: usize, bias: usize, y: usize, slope: usize, work: usize): void {
  for (let tile = 0; tile < rows; tile += TILE) {
    const here = min(TILE, rows - tile);
    const bytes = <usize>(here * outputs) << 2;
    dense(here, inputs, outputs, x, weight, bias, y, outputs, work);
    if (slope) {
      geluWithSlope(here * outputs, y, slope);
      slope += bytes;
    } else {
      gelu(here * outputs, y);
    }
    x += <usize>(here * inputs) << 2;
    y += bytes;
  }
}

/** Computes dx (added to its contents with `more`), dweight and dbias from dy. dyRow: floats between rows of dy. */
export function denseGradient(
  rows: i32, inputs: i32, outputs: i32, x: usize, weight: usize, dy: usize, dyRow: i32, dx: usize, more: bool, dweight: usize, dbias: usize, work: usize,
): void {
  const step = <usize>TILE * <usize>inputs << 2;
  memory.fill(dbias, 0, <usize>outputs << 2);
  for (let tile = 0; tile < rows; tile += TILE) {
    tileGradient(min(TILE, rows - tile), inputs, outputs, x, weight, dy, <usize>dyRow << 2, dx, more, tile > 0, dweight, dbias, work);
    x += step;
    dx += step;
    dy += <usize>(TILE * dyRow) << 2;
  }
}

/** Computes the gradients of `denseGelu`. */
export function denseGeluGradient(
  rows: i32, inputs: i32, outputs: i32, x: usize, weight: usize, dy: usize, slope: usize, dx: usize, dweight: usize, dbias: usize, work: usize,
): void {
  const step = <usize>TILE * <usize>inputs << 2;
  const bytes = <usize>(TILE * outputs) << 2;
  const upstream = work + WORK;
  memory.fill(dbias, 0, <usize>outputs << 2);
  for (let tile = 0; tile < rows; tile += TILE) {
    const here = min(TILE, rows - tile);
    multiply(here * outputs, dy, slope, upstream);
    tileGradient(here, inputs, outputs, x, weight, upstream, <usize>outputs << 2, dx, false, tile > 0, dweight, dbias, work);
    x += step;
    dx += step;
    dy += bytes;
    slope += bytes;
  }
}

/** Computes dx of some rows and adds their part to dweight and dbias; without `later`, dweight is overwritten. */
function tileGradient(
  rows: i32, inputs: i32, outputs: i32, x: usize, weight: usize, dy: usize, dyRow: usize, dx: usize, more: bool, later: bool,
  dweight: usize, dbias: usize, work: usize,
): void {
  const line = <usize>inputs << 2;
  const bytes = <usize>outputs << 2;
  product(rows, inputs, outputs, dy, dyRow, 4, weight, 4, bytes, dx, line, more, work);
  product(inputs, outputs, rows, x, 4, line, dy, dyRow, 4, dweight, bytes, later, work);
  addRows(rows, outputs, dy, dyRow, dbias);
}

/** out (width) += the sum of x's rows, `row` bytes apart. */
function addRows(rows: i32, width: i32, x: usize, row: usize, out: usize): void {
  const whole = width & ~3;
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < whole; i += 4) {
      const at = <usize>i << 2;
      v128.store(out + at, f32x4.add(v128.load(out + at), v128.load(x + at)));
    }
    for (let i = whole; i < width; i++) {
      const at = <usize>i << 2;
      f32.store(out + at, f32.load(out + at) + f32.load(x + at));
    }
    x += row;
  }
}
