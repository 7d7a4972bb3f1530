// Embedding lookup, sum of several lookups, and their gradients.

/** out[r] = table[ids[r]], rows of `width` floats. */
export function lookup(rows: i32, width: i32, table: usize, ids: usize, out: usize): void {
  const bytes = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    memory.copy(out, table + <usize>i32.load(ids + (<usize>r << 2)) * bytes, bytes);
    out += bytes;
  }
}

/** out[ids[r]] += x[r]; out must be zeroed by the caller. */
export function segmentSum(rows: i32, width: i32, x: usize, ids: usize, out: usize): void {
  const bytes = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    addRow(width, x, out + <usize>i32.load(ids + (<usize>r << 2)) * bytes);
    x += bytes;
  }
}

/** out[r] = the sum over tables of table[ids[r]]. `tables`: addresses of each table and its ids. */
export function embeddingSum(count: i32, tables: usize, rows: i32, width: i32, out: usize): void {
  const bytes = <usize>width << 2;
  memory.fill(out, 0, <usize>rows * bytes);
  for (let r = 0; r < rows; r++) {
    for (let t = 0; t < count; t++) addRow(width, rowOf(tables, t, r, bytes), out);
    out += bytes;
  }
}

/** Gradient of `embeddingSum`, with the tables' gradients in place of the tables; they must be zeroed by the caller. */
export function embeddingSumGradient(count: i32, tables: usize, rows: i32, width: i32, dy: usize): void {
  const bytes = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    for (let t = 0; t < count; t++) addRow(width, dy, rowOf(tables, t, r, bytes));
    dy += bytes;
  }
}

/** Address of the row of the t-th table at position r. */
// @ts-ignore: decorator
@inline
function rowOf(tables: usize, t: i32, r: i32, bytes: usize): usize {
  const entry = tables + (<usize>t << 3);
  return <usize>i32.load(entry) + <usize>i32.load(<usize>i32.load(entry, 4) + (<usize>r << 2)) * bytes;
}

/** out += x. */
// @ts-ignore: decorator
@inline
function addRow(width: i32, x: usize, out: usize): void {
  const whole = width & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = <usize>i << 2;
    v128.store(out + at, f32x4.add(v128.load(out + at), v128.load(x + at)));
  }
  for (let i = whole; i < width; i++) {
    const at = <usize>i << 2;
    f32.store(out + at, f32.load(out + at) + f32.load(x + at));
  }
}
