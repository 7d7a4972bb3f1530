import { fitTargetScale, type Labels, scaled, type TargetScale, unscaleInPlace } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import { minimise } from './minimise.ts';

/**
 * A sparse matrix in CSR format: row r has `values[k]` in column `columns[k]` for k from starts[r] to starts[r + 1].
 */
export interface SparseRows {
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A fitted linear model. */
export interface LinearModel {
  /** (features + 1 × outputs), row-major; the last row is the intercept. */
  readonly coefficients: Float64Array | Float32Array;
  readonly outputs: number;
  /** Scale of a numeric target, which the raw scores are on. */
  readonly scale: TargetScale;
}

const TOLERANCE = 1e-4;

/**
 * Fits multinomial logistic regression, one logistic regression per label, or ridge regression: minimises ½ |W|² + C Σ
 * loss(x W + b), with b not penalised. `checkCancelled` is called at each pass over the rows. Returns a function that
 * scores rows.
 */
export function fitLinearScorer(
  features: SparseRows,
  labels: Labels,
  rows: Int32Array,
  C: number,
  checkCancelled: () => void = () => {},
): (features: SparseRows, rows: Int32Array) => Float64Array {
  const model = fitLinearModel(features, labels, rows, C, checkCancelled);
  return (otherFeatures, otherRows) => linearScores(model, otherFeatures, otherRows);
}

/** Like `fitLinearScorer`, but returns the fitted model. */
export function fitLinearModel(
  features: SparseRows,
  labels: Labels,
  rows: Int32Array,
  C: number,
  checkCancelled: () => void,
): LinearModel {
  const outputs = labels.names.length;
  const scale = fitTargetScale(labels, rows);
  const scaledLabels = scaled(labels, scale);
  const slopes = new Float64Array(rows.length * outputs);
  const bias = features.width * outputs;
  const coefficients = minimise(
    (w) => {
      checkCancelled();
      const loss = lossAndGradient(scaledLabels, rows, scoresOf(features, rows, w, outputs), slopes);
      const gradient = gradientOf(features, rows, slopes, outputs).map((g) => C * g);
      let squares = 0;
      for (let i = 0; i < bias; i++) {
        squares += w[i]! ** 2;
        gradient[i]! += w[i]!;
      }
      return { value: squares / 2 + C * loss, gradient };
    },
    new Float64Array(bias + outputs),
    TOLERANCE * Math.max(1, C),
  );
  return { coefficients, outputs, scale };
}

/**
 * Returns the scores of some rows, (rows × outputs), row-major: log-odds up to a constant, or numbers in their own
 * unit.
 */
export function linearScores(
  { coefficients, outputs, scale }: LinearModel,
  features: SparseRows,
  rows: Int32Array,
): Float64Array {
  return unscaleInPlace(scoresOf(features, rows, coefficients, outputs), scale);
}

function scoresOf(features: SparseRows, rows: Int32Array, w: LinearModel['coefficients'], outputs: number) {
  const { starts, columns, values, width } = features;
  const scores = new Float64Array(rows.length * outputs);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    for (let o = 0; o < outputs; o++) scores[r * outputs + o] = w[width * outputs + o]!;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const at = columns[k]! * outputs;
      for (let o = 0; o < outputs; o++) scores[r * outputs + o]! += values[k]! * w[at + o]!;
    }
  }
  return scores;
}

function gradientOf(features: SparseRows, rows: Int32Array, slopes: Float64Array, outputs: number): Float64Array {
  const { starts, columns, values, width } = features;
  const gradient = new Float64Array((width + 1) * outputs);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    for (let o = 0; o < outputs; o++) gradient[width * outputs + o]! += slopes[r * outputs + o]!;
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const at = columns[k]! * outputs;
      for (let o = 0; o < outputs; o++) gradient[at + o]! += values[k]! * slopes[r * outputs + o]!;
    }
  }
  return gradient;
}
