import { standardise } from '../examples.ts';
import type { Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import type { Split } from '../split.ts';
import { fitLinear, type SparseRows } from './linear-model.ts';

/** How much the vectors count beside the counts: lengths of a usual vector, where a field of counts has length 1. */
const LENGTHS = [0.3, 0.6, 1.2, 2.4];

/** Scores of all examples, and of validation rows by a model that did not know them; (rows × outputs), row-major. */
export interface ProbeScores {
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
): ProbeScores {
  const standard = vectors.slice();
  standardise(standard, width, training);
  let best: { loss: number; C: number; features: SparseRows; validation: Float64Array } | null = null;
  for (const length of beside ? LENGTHS : [1]) {
    const features = joined(beside, standard, width, length / Math.sqrt(width));
    for (const C of strengths) {
      const scores = fitLinear(features, labels, training, C, tick)(features, validation);
      const loss = lossAndGradient(labels, validation, scores, scores.slice());
      if (!best || loss < best.loss) best = { loss, C, features, validation: scores };
    }
  }
  if (!best) throw new Error('a probe needs a strength to try');
  const known = Int32Array.from([...training, ...validation]);
  const all = Int32Array.from({ length: vectors.length / width }, (_, i) => i);
  return {
    scores: Float32Array.from(fitLinear(best.features, labels, known, best.C, tick)(best.features, all)),
    validation: Float32Array.from(best.validation),
  };
}

/** Counts and vectors side by side; the vectors are dense. */
function joined(beside: SparseRows | null, vectors: Float32Array, width: number, scale: number): SparseRows {
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
      values[at++] = scale * vectors[row * width + c]!;
    }
    starts[row + 1] = at;
  }
  return { width: before + width, starts, columns, values };
}
