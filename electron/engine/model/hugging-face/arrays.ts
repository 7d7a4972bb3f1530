import type { NamedArray } from '../safetensors.ts';

/** A matrix with rows and columns changed over. */
export function transposed({ shape, data }: NamedArray): NamedArray {
  const [rows = 0, columns = 0] = shape;
  const turned = new Float32Array(data.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) turned[c * rows + r] = data[r * columns + c]!;
  return { shape: [columns, rows], data: turned };
}

/** Rows in another order: row i of what is given back is row `order[i]` of the table (or number, of a vector). */
export function reordered({ shape, data }: NamedArray, order: Int32Array): NamedArray {
  const width = data.length / Math.max(1, shape[0] ?? 1);
  const moved = new Float32Array(data.length);
  order.forEach((from, to) => {
    moved.set(data.subarray(from * width, (from + 1) * width), to * width);
  });
  return { shape, data: moved };
}

/** The order that undoes another. */
export function inverse(order: Int32Array): Int32Array {
  const undone = new Int32Array(order.length);
  order.forEach((from, to) => {
    undone[from] = to;
  });
  return undone;
}
