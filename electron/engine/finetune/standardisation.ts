/** Standardises columns to mean 0 and a common standard deviation: a value becomes `(value - mean) * scale`. */
export interface StandardScaler {
  readonly mean: Float32Array;
  /** 0 for a constant column. */
  readonly scale: Float32Array;
}

/**
 * Fits a scaler to each column of (rows × width), using only the given rows, so that these have the given standard
 * deviation.
 */
export function fitStandardScaler(
  values: Float32Array,
  width: number,
  rows: Int32Array,
  deviation = 1,
): StandardScaler {
  const scaler = { mean: new Float32Array(width), scale: new Float32Array(width) };
  for (let c = 0; c < width; c++) {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      sum += values[row * width + c]!;
      squares += values[row * width + c]! ** 2;
    }
    const mean = sum / Math.max(1, rows.length);
    const variance = squares / Math.max(1, rows.length) - mean ** 2;
    scaler.mean[c] = mean;
    scaler.scale[c] = variance > 1e-9 ? deviation / Math.sqrt(variance) : 0;
  }
  return scaler;
}

/** Returns a standardised copy of (rows × width). */
export function standardised(values: Float32Array, { mean, scale }: StandardScaler): Float32Array {
  const width = mean.length;
  return values.map((value, at) => (value - mean[at % width]!) * scale[at % width]!);
}
