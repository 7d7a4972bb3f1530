import type { Labels } from '../labels/labels.ts';

/**
 * Returns constant predictions from the training labels: class or label frequencies, the median of a number, or how
 * often each thing of a ranking occurs. (rows × outputs), row-major.
 */
export function baseRate(labels: Labels, training: Int32Array, rows: number): Float32Array {
  const rates = ratesOf(labels, training);
  const all = new Float32Array(rows * rates.length);
  for (let row = 0; row < rows; row++) all.set(rates, row * rates.length);
  return all;
}

function ratesOf(labels: Labels, training: Int32Array): Float64Array {
  const { kind, names } = labels;
  const rates = new Float64Array(names.length);
  if (kind === 'number') {
    const sorted = Float64Array.from(training, (row) => labels.values[row]!).sort();
    return rates.fill(sorted[sorted.length >> 1] ?? 0);
  }
  for (const row of training) {
    if (kind === 'classes') rates[labels.values[row]!]! += 1 / training.length;
    else if (kind === 'ranking') for (const thing of labels.values[row]!) rates[thing]! += 1 / training.length;
    else for (let k = 0; k < names.length; k++) rates[k]! += labels.values[row * names.length + k]! / training.length;
  }
  return rates;
}
