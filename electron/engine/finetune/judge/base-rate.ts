import type { Labels } from '../labels/labels.ts';

/**
 * What is said of everyone by who knows the training rows' labels only: shares of classes or labels, the median of a number,
 * how often each thing was taken. (rows × outputs), row-major.
 */
export function baseRate(labels: Labels, training: Int32Array, rows: number): Float32Array {
  const own = ownRate(labels, training);
  const all = new Float32Array(rows * own.length);
  for (let row = 0; row < rows; row++) all.set(own, row * own.length);
  return all;
}

function ownRate(labels: Labels, training: Int32Array): Float64Array {
  const { kind, names } = labels;
  const rates = new Float64Array(names.length);
  if (kind === 'number') {
    const sorted = Float64Array.from(training, (row) => labels.of[row]!).sort();
    return rates.fill(sorted[sorted.length >> 1] ?? 0);
  }
  for (const row of training) {
    if (kind === 'classes') rates[labels.of[row]!]! += 1 / training.length;
    else if (kind === 'ranking') for (const thing of labels.of[row]!) rates[thing]! += 1 / training.length;
    else for (let k = 0; k < names.length; k++) rates[k]! += labels.of[row * names.length + k]! / training.length;
  }
  return rates;
}
