import type { Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import type { Split } from '../split.ts';
import { type Standard, standardised, standardOf } from '../standardisation.ts';
import { fitLinear, type LinearModel, learnLinear, linearScores, type SparseRows } from './linear-model.ts';

/** How much the vectors count beside the counts: lengths of a usual vector, where a field of counts has length 1. */
const LENGTHS = [0.3, 0.6, 1.2, 2.4];

/** A probe, its scores of all examples, and of validation rows by one that did not know them; (rows × outputs), row-major. */
export interface Probe {
  /** What brings vectors to their length beside the counts. */
  readonly standard: Standard;
  /** On counts and vectors side by side. */
  readonly model: LinearModel;
  readonly scores: Float32Array;
  readonly validation: Float32Array;
}

/**
 * A linear model on an encoder's vectors as they are (Alain and Bengio, 2017), beside counts or alone: what training a head on
 * a frozen encoder comes to, solved exactly. Vectors are standardised by the training rows; their length beside the counts
 * and the strength of regularisation are chosen on the validation rows.
 */
export function probe(
  { vectors, width }: { vectors: Float32Array; width: number },
  beside: SparseRows | null,
  labels: Labels,
  { training, validation }: Pick<Split, 'training' | 'validation'>,
  strengths: readonly number[],
  tick: () => void,
): Probe {
  let best: { loss: number; C: number; standard: Standard; features: SparseRows; validation: Float64Array } | null =
    null;
  for (const length of beside ? LENGTHS : [1]) {
    const standard = standardOf(vectors, width, training, length / Math.sqrt(width));
    const features = joined(beside, standardised(vectors, standard), width);
    for (const C of strengths) {
      const scores = fitLinear(features, labels, training, C, tick)(features, validation);
      const loss = lossAndGradient(labels, validation, scores, scores.slice());
      if (!best || loss < best.loss) best = { loss, C, standard, features, validation: scores };
    }
  }
  if (!best) throw new Error('a probe needs a strength to try');
  const { standard, features } = best;
  const model = learnLinear(features, labels, Int32Array.from([...training, ...validation]), best.C, tick);
  const all = Int32Array.from({ length: vectors.length / width }, (_, i) => i);
  const scores = Float32Array.from(linearScores(model, features, all));
  return { standard, model, scores, validation: Float32Array.from(best.validation) };
}

/** Counts and vectors side by side; the vectors are dense. */
export function joined(beside: SparseRows | null, vectors: Float32Array, width: number): SparseRows {
  const rows = vectors.length / width;
  const held = beside?.columns.length ?? 0;
  const before = beside?.width ?? 0;
  const columns = new Int32Array(held + vectors.length);
  const values = new Float64Array(held + vectors.length);
  const starts = new Int32Array(rows + 1);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let k = beside?.starts[row] ?? 0; k < (beside?.starts[row + 1] ?? 0); k++) {
      columns[at] = beside!.columns[k]!;
      values[at++] = beside!.values[k]!;
    }
    for (let c = 0; c < width; c++) {
      columns[at] = before + c;
      values[at++] = vectors[row * width + c]!;
    }
    starts[row + 1] = at;
  }
  return { width: before + width, starts, columns, values };
}
