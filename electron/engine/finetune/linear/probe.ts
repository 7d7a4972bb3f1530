import type { Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import type { Split } from '../split.ts';
import { fitStandardScaler, type StandardScaler, standardised } from '../standardisation.ts';
import { fitLinearModel, fitLinearScorer, type LinearModel, linearScores, type SparseRows } from './linear-model.ts';

/** Typical lengths tried for the standardised vectors, relative to a field of counts, which has length 1. */
const VECTOR_LENGTHS = [0.3, 0.6, 1.2, 2.4];

/**
 * A probe with its scores of all examples, and scores of the validation rows by a model fitted without them; (rows ×
 * outputs), row-major.
 */
export interface Probe {
  /** Scales the vectors to the chosen length. */
  readonly scaler: StandardScaler;
  /** Fitted to counts and vectors side by side. */
  readonly model: LinearModel;
  readonly scores: Float32Array;
  readonly validation: Float32Array;
}

/**
 * Fits a linear probe on the vectors of a frozen encoder (Alain and Bengio, 2017), with or without counts beside them:
 * equivalent to training a linear head on a frozen encoder, but solved directly. Vectors are standardised by the
 * training rows; their length relative to the counts and the inverse regularisation strength are chosen on the
 * validation rows.
 */
export function fitProbe(
  { vectors, width }: { vectors: Float32Array; width: number },
  counts: SparseRows | null,
  labels: Labels,
  { training, validation }: Pick<Split, 'training' | 'validation'>,
  strengths: readonly number[],
  checkCancelled: () => void,
): Probe {
  let best: { loss: number; C: number; scaler: StandardScaler; features: SparseRows; validation: Float64Array } | null =
    null;
  for (const length of counts ? VECTOR_LENGTHS : [1]) {
    const scaler = fitStandardScaler(vectors, width, training, length / Math.sqrt(width));
    const features = concatenateFeatures(counts, standardised(vectors, scaler), width);
    for (const C of strengths) {
      const scores = fitLinearScorer(features, labels, training, C, checkCancelled)(features, validation);
      const loss = lossAndGradient(labels, validation, scores, scores.slice());
      if (!best || loss < best.loss) best = { loss, C, scaler, features, validation: scores };
    }
  }
  if (!best) throw new Error('there is no regularisation strength to try');
  const { scaler, features } = best;
  const model = fitLinearModel(features, labels, Int32Array.from([...training, ...validation]), best.C, checkCancelled);
  const allRows = Int32Array.from({ length: vectors.length / width }, (_, i) => i);
  const scores = Float32Array.from(linearScores(model, features, allRows));
  return { scaler, model, scores, validation: Float32Array.from(best.validation) };
}

/** Concatenates the columns of sparse counts and dense vectors. */
export function concatenateFeatures(counts: SparseRows | null, vectors: Float32Array, width: number): SparseRows {
  const rows = vectors.length / width;
  const countEntries = counts?.columns.length ?? 0;
  const countWidth = counts?.width ?? 0;
  const columns = new Int32Array(countEntries + vectors.length);
  const values = new Float64Array(countEntries + vectors.length);
  const starts = new Int32Array(rows + 1);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let k = counts?.starts[row] ?? 0; k < (counts?.starts[row + 1] ?? 0); k++) {
      columns[at] = counts!.columns[k]!;
      values[at++] = counts!.values[k]!;
    }
    for (let c = 0; c < width; c++) {
      columns[at] = countWidth + c;
      values[at++] = vectors[row * width + c]!;
    }
    starts[row + 1] = at;
  }
  return { width: countWidth + width, starts, columns, values };
}
