import type { NamedArray } from '../safetensors.ts';

/** Transposes a matrix. */
export function transposed({ shape, data }: NamedArray): NamedArray {
  const [rows = 0, columns = 0] = shape;
  const values = new Float32Array(data.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) values[c * rows + r] = data[r * columns + c]!;
  return { shape: [columns, rows], data: values };
}

/** Reorders rows: row i of the result is row `order[i]` of the table (or element, of a vector). */
export function reordered({ shape, data }: NamedArray, order: Int32Array): NamedArray {
  const width = data.length / Math.max(1, shape[0] ?? 1);
  const values = new Float32Array(data.length);
  order.forEach((from, to) => {
    values.set(data.subarray(from * width, (from + 1) * width), to * width);
  });
  return { shape, data: values };
}

/** Returns the inverse permutation. */
export function inverse(order: Int32Array): Int32Array {
  const inverseOrder = new Int32Array(order.length);
  order.forEach((from, to) => {
    inverseOrder[from] = to;
  });
  return inverseOrder;
}
