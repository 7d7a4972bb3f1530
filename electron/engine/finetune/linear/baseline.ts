import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Examples } from '../examples.ts';
import type { Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import type { Split } from '../split.ts';
import { COUNTED_FIELDS, countFeatures, fitTerms, type Terms } from './count-features.ts';
import { fitLinearModel, fitLinearScorer, type LinearModel, linearScores, type SparseRows } from './linear-model.ts';

const STRENGTHS = [0.1, 0.3, 1, 3, 10, 30];
/** Rankings have one output per thing, so fewer strengths are tried. */
const FEW_STRENGTHS = [1, 10];

/** The fitted linear model on counts and its scores, (examples × outputs), row-major. */
export interface LinearBaseline {
  /** Features of all examples with the chosen fields, and the inverse regularisation strength. */
  readonly features: SparseRows;
  readonly C: number;
  readonly terms: readonly Terms[];
  /** Fitted to training and validation rows. */
  readonly model: LinearModel;
  /** Scores of all examples by the model. */
  readonly scores: Float32Array;
  /** The same, but out-of-fold for training and validation rows: safe to use as a training input. */
  readonly outOfFold: Float32Array;
}

/** Maximum number of training rows for choosing the strength, evenly spaced. */
const MAX_SELECTION_ROWS = 10_000;

/** Folds of training and validation rows for out-of-fold scores. */
const CROSS_FIT_FOLDS = 5;

/**
 * Fits a linear model on counts, a strong baseline. The inverse regularisation strength, and whether to use all fields
 * or only the finest, are chosen on the validation rows; the model is then refitted to training and validation rows
 * together.
 */
export function linearBaseline(
  behaviours: Behaviours,
  examples: Examples,
  facts: Float32Array,
  labels: Labels,
  { training, validation }: Pick<Split, 'training' | 'validation'>,
  checkCancelled: () => void,
): LinearBaseline {
  const usedFields = COUNTED_FIELDS.filter((field) => behaviours.tokens[field].some((token) => token >= FIRST_TOKEN));
  const fittingRows = Int32Array.from([...training, ...validation]);
  const strengths = labels.kind === 'ranking' ? FEW_STRENGTHS : STRENGTHS;
  let best = { loss: Number.POSITIVE_INFINITY, C: 1, fields: usedFields };
  for (const fields of usedFields.length > 1 ? [usedFields, usedFields.slice(0, 1)] : [usedFields]) {
    const terms = fitTerms(behaviours, examples, training, fields);
    const features = countFeatures(behaviours, examples, terms, facts);
    for (const C of strengths) {
      const scores = fitLinearScorer(
        features,
        labels,
        evenlySpaced(training, MAX_SELECTION_ROWS),
        C,
        checkCancelled,
      )(features, validation);
      const loss = lossAndGradient(labels, validation, scores, scores.slice());
      if (loss < best.loss) best = { loss, C, fields };
    }
  }
  const terms = fitTerms(behaviours, examples, fittingRows, best.fields);
  const features = countFeatures(behaviours, examples, terms, facts);
  const fitOn = (rows: Int32Array) => fitLinearModel(features, labels, rows, best.C, checkCancelled);
  const model = fitOn(fittingRows);
  const scores = Float32Array.from(linearScores(model, features, Int32Array.from(examples.history.keys())));
  const outOfFold = scores.slice();
  for (let fold = 0; fold < CROSS_FIT_FOLDS; fold++) {
    const foldRows = fittingRows.filter((_, i) => i % CROSS_FIT_FOLDS === fold);
    const foldScores = linearScores(
      fitOn(fittingRows.filter((_, i) => i % CROSS_FIT_FOLDS !== fold)),
      features,
      foldRows,
    );
    const outputs = labels.names.length;
    foldRows.forEach((row, i) => {
      outOfFold.set(foldScores.subarray(i * outputs, (i + 1) * outputs), row * outputs);
    });
  }
  return { features, C: best.C, terms, model, scores, outOfFold };
}

/** Returns at most `maxRows` of the rows, evenly spaced. */
function evenlySpaced(rows: Int32Array, maxRows: number): Int32Array {
  const step = Math.max(1, rows.length / maxRows);
  return Int32Array.from({ length: Math.min(maxRows, rows.length) }, (_, i) => rows[Math.floor(i * step)]!);
}
