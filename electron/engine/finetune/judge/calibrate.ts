import type { HeadConfig } from '../../../../shared/domain/finetune-config.ts';
import { hasClass, type Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import { type Curve, heightAt, isotonic } from './isotonic.ts';
import { probabilities } from './probabilities.ts';

/** What turns scores into probabilities. */
export type Calibration =
  | { readonly method: 'none' }
  | { readonly method: 'temperature'; readonly temperature: number }
  /** A curve a class. */
  | { readonly method: 'isotonic'; readonly curves: readonly Curve[] };

/** Held-out rows from which on a curve of any shape is fitted: fewer would follow their noise. */
const ENOUGH = 1000;

/**
 * Fits a calibration on held-out rows: a temperature that the scores are divided by (Guo et al., 2017), or for each class a
 * rising curve from probability to share (Zadrozny and Elkan, 2002), the classes then brought back to a sum of 1.
 */
export function calibrate(
  labels: Labels,
  rows: Int32Array,
  scores: Float32Array,
  wanted: HeadConfig['calibration'],
): Calibration {
  const { kind } = labels;
  if ((kind !== 'classes' && kind !== 'labels') || wanted === 'none' || rows.length === 0) return { method: 'none' };
  const isotonicWanted = wanted === 'isotonic' || (wanted === 'auto' && rows.length >= ENOUGH);
  if (isotonicWanted) return { method: 'isotonic', curves: curvesBy(labels, rows, probabilities(labels, scores)) };
  return { method: 'temperature', temperature: bestTemperature(labels, rows, scores) };
}

/** Scores as probabilities, (rows × outputs), row-major; numbers stay as they are. */
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
    const own = chances.subarray(at, at + curves.length);
    for (let k = 0; k < own.length; k++) own[k] = heightAt(curves[k]!, own[k]!);
    if (labels.kind === 'classes') toSumOne(own);
  }
  return chances;
}

/** The temperature with the least loss, from a tenth to ten, by golden section on its logarithm. */
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

function curvesBy(labels: Labels, rows: Int32Array, held: Float32Array): Curve[] {
  const outputs = labels.names.length;
  return labels.names.map((_, k) =>
    isotonic(
      Float64Array.from(rows, (_row, r) => held[r * outputs + k]!),
      Float64Array.from(rows, (row) => (hasClass(labels, row, k) ? 1 : 0)),
    ),
  );
}

function toSumOne(chances: Float32Array): void {
  let sum = 0;
  for (const chance of chances) sum += chance;
  for (let k = 0; k < chances.length; k++) chances[k] = sum > 0 ? chances[k]! / sum : 1 / chances.length;
}
