import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { hasClass, type Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import { type Curve, interpolate, isotonic } from './isotonic.ts';
import { probabilities } from './probabilities.ts';

/** Maps scores to probabilities. */
export type Calibration =
  | { readonly method: 'none' }
  | { readonly method: 'temperature'; readonly temperature: number }
  /** One curve per class. */
  | { readonly method: 'isotonic'; readonly curves: readonly Curve[] };

/** Minimum number of held-out rows for isotonic regression with `auto`; with fewer it would overfit. */
const MIN_ISOTONIC_ROWS = 1000;

/**
 * Fits a calibration on held-out rows: temperature scaling (Guo et al., 2017), or isotonic regression per class,
 * renormalised to a sum of 1 (Zadrozny and Elkan, 2002).
 */
export function calibrate(
  labels: Labels,
  rows: Int32Array,
  scores: Float32Array,
  requestedMethod: FinetuneConfig['calibration'],
): Calibration {
  const { kind } = labels;
  if ((kind !== 'classes' && kind !== 'labels') || requestedMethod === 'none' || rows.length === 0)
    return { method: 'none' };
  const useIsotonic =
    requestedMethod === 'isotonic' || (requestedMethod === 'auto' && rows.length >= MIN_ISOTONIC_ROWS);
  if (useIsotonic) return { method: 'isotonic', curves: isotonicCurves(labels, rows, probabilities(labels, scores)) };
  return { method: 'temperature', temperature: bestTemperature(labels, rows, scores) };
}

/** Returns calibrated probabilities, (rows × outputs), row-major; numbers are unchanged. */
export function calibrated(
  labels: Pick<Labels, 'kind' | 'names'>,
  calibration: Calibration,
  scores: Float32Array,
): Float32Array {
  if (calibration.method === 'none') return probabilities(labels, scores);
  if (calibration.method === 'temperature') {
    const { temperature } = calibration;
    return probabilities(
      labels,
      scores.map((score) => score / temperature),
    );
  }
  const { curves } = calibration;
  const chances = probabilities(labels, scores);
  for (let at = 0; at < chances.length; at += curves.length) {
    const rowChances = chances.subarray(at, at + curves.length);
    for (let k = 0; k < rowChances.length; k++) rowChances[k] = interpolate(curves[k]!, rowChances[k]!);
    if (labels.kind === 'classes') normalise(rowChances);
  }
  return chances;
}

/** Returns the temperature between 0.1 and 10 with the lowest loss, by golden-section search on its logarithm. */
export function bestTemperature(labels: Labels, rows: Int32Array, scores: Float32Array): number {
  const slopes = new Float32Array(scores.length);
  const lossAt = (log: number) =>
    lossAndGradient(
      labels,
      rows,
      scores.map((score) => score / Math.exp(log)),
      slopes,
    );
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.1), Math.log(10)];
  for (let i = 0; i < 40; i++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (lossAt(a) <= lossAt(b)) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

function isotonicCurves(labels: Labels, rows: Int32Array, chances: Float32Array): Curve[] {
  const outputs = labels.names.length;
  return labels.names.map((_, k) =>
    isotonic(
      Float64Array.from(rows, (_row, r) => chances[r * outputs + k]!),
      Float64Array.from(rows, (row) => (hasClass(labels, row, k) ? 1 : 0)),
    ),
  );
}

function normalise(chances: Float32Array): void {
  let sum = 0;
  for (const chance of chances) sum += chance;
  for (let k = 0; k < chances.length; k++) chances[k] = sum > 0 ? chances[k]! / sum : 1 / chances.length;
}
