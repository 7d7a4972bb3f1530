/** What brings columns to mean 0 and a common deviation: a value becomes `(value - mean) * scale`. */
export interface Standard {
  readonly mean: Float32Array;
  /** 0 of a column that is all alike. */
  readonly scale: Float32Array;
}

/** The standard of each column of (rows × width) by some of the rows, with which those have the given deviation. */
export function standardOf(values: Float32Array, width: number, rows: Int32Array, deviation = 1): Standard {
  const standard = { mean: new Float32Array(width), scale: new Float32Array(width) };
  for (let c = 0; c < width; c++) {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      sum += values[row * width + c]!;
      squares += values[row * width + c]! ** 2;
    }
    const mean = sum / Math.max(1, rows.length);
    const variance = squares / Math.max(1, rows.length) - mean ** 2;
    standard.mean[c] = mean;
    standard.scale[c] = variance > 1e-9 ? deviation / Math.sqrt(variance) : 0;
  }
  return standard;
}

/** A copy of (rows × width) brought to a standard. */
export function standardised(values: Float32Array, { mean, scale }: Standard): Float32Array {
  const width = mean.length;
  return values.map((value, at) => (value - mean[at % width]!) * scale[at % width]!);
}
