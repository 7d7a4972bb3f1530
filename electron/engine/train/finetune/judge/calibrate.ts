import type { HeadConfig } from '../../../../../shared/domain/head-config.ts';
import { hasClass, type Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import { isotonic } from './isotonic.ts';
import { probabilities } from './probabilities.ts';

/** Turns scores into probabilities, (rows × outputs), row-major; numbers stay as they are. */
export interface Calibration {
  readonly method: 'none' | 'temperature' | 'isotonic';
  apply(scores: Float32Array): Float32Array;
}

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
  const plain = (those: Float32Array) => probabilities(labels, those);
  if ((kind !== 'classes' && kind !== 'labels') || wanted === 'none' || rows.length === 0) {
    return { method: 'none', apply: plain };
  }
  const isotonicWanted = wanted === 'isotonic' || (wanted === 'auto' && rows.length >= ENOUGH);
  if (isotonicWanted) return byCurves(labels, rows, plain(scores), plain);
  const temperature = bestTemperature(labels, rows, scores);
  return { method: 'temperature', apply: (those) => plain(those.map((score) => score / temperature)) };
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

function byCurves(
  labels: Labels,
  rows: Int32Array,
  held: Float32Array,
  plain: (scores: Float32Array) => Float32Array,
): Calibration {
  const outputs = labels.names.length;
  const curves = labels.names.map((_, k) => {
    const column = Float64Array.from(rows, (_row, r) => held[r * outputs + k]!);
    return isotonic(
      column,
      Float64Array.from(rows, (row) => (hasClass(labels, row, k) ? 1 : 0)),
    );
  });
  return {
    method: 'isotonic',
    apply(scores) {
      const chances = plain(scores);
      for (let at = 0; at < chances.length; at += outputs) {
        const own = chances.subarray(at, at + outputs);
        for (let k = 0; k < outputs; k++) own[k] = curves[k]!(own[k]!);
        if (labels.kind === 'classes') toSumOne(own);
      }
      return chances;
    },
  };
}

function toSumOne(chances: Float32Array): void {
  let sum = 0;
  for (const chance of chances) sum += chance;
  for (let k = 0; k < chances.length; k++) chances[k] = sum > 0 ? chances[k]! / sum : 1 / chances.length;
}
