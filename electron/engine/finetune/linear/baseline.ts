import type { Behaviours } from '../../sequence/encode.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Examples } from '../examples.ts';
import type { Labels } from '../labels/labels.ts';
import { lossAndGradient } from '../labels/losses.ts';
import type { Split } from '../split.ts';
import { COUNTED, countFeatures, learnTerms, type Terms } from './count-features.ts';
import { fitLinear, type LinearModel, learnLinear, linearScores, type SparseRows } from './linear-model.ts';

const STRENGTHS = [0.1, 0.3, 1, 3, 10, 30];
/** Rankings have as many outputs as there are things: fewer strengths are tried. */
const FEW_STRENGTHS = [1, 10];

/** What the linear model says of examples, (examples × outputs), row-major. */
export interface LinearScores {
  /** The counts that it chose, of all examples, and how little its weights are held back. */
  readonly features: SparseRows;
  readonly C: number;
  readonly terms: readonly Terms[];
  /** Learnt from training and validation rows. */
  readonly model: LinearModel;
  /** By the model. */
  readonly scores: Float32Array;
  /** The same, but of training and validation rows by models that did not know them: what may be learnt from. */
  readonly unseen: Float32Array;
}

/** Training rows that choose between strengths, at most, spread evenly. */
const CHOOSING = 10_000;

/** Parts of training and validation rows that are scored in turn by a model of the others. */
const PARTS = 5;

/**
 * A linear model on counts: what anybody would try first, tried in earnest. Its strength of regularisation, and whether it
 * counts the finest field or all of them, are chosen on the validation rows; then it learns from training and validation rows
 * together.
 */
export function linearBaseline(
  behaviours: Behaviours,
  examples: Examples,
  facts: Float32Array,
  labels: Labels,
  { training, validation }: Pick<Split, 'training' | 'validation'>,
  tick: () => void,
): LinearScores {
  const used = COUNTED.filter((field) => behaviours.tokens[field].some((token) => token >= FIRST_TOKEN));
  const known = Int32Array.from([...training, ...validation]);
  const strengths = labels.kind === 'ranking' ? FEW_STRENGTHS : STRENGTHS;
  let best = { loss: Number.POSITIVE_INFINITY, C: 1, fields: used };
  for (const fields of used.length > 1 ? [used, used.slice(0, 1)] : [used]) {
    const terms = learnTerms(behaviours, examples, training, fields);
    const features = countFeatures(behaviours, examples, terms, facts);
    for (const C of strengths) {
      const scores = fitLinear(features, labels, spread(training, CHOOSING), C, tick)(features, validation);
      const loss = lossAndGradient(labels, validation, scores, scores.slice());
      if (loss < best.loss) best = { loss, C, fields };
    }
  }
  const terms = learnTerms(behaviours, examples, known, best.fields);
  const features = countFeatures(behaviours, examples, terms, facts);
  const learnt = (rows: Int32Array) => learnLinear(features, labels, rows, best.C, tick);
  const model = learnt(known);
  const scores = Float32Array.from(linearScores(model, features, Int32Array.from(examples.history.keys())));
  const unseen = scores.slice();
  for (let part = 0; part < PARTS; part++) {
    const those = known.filter((_, i) => i % PARTS === part);
    const said = linearScores(learnt(known.filter((_, i) => i % PARTS !== part)), features, those);
    const outputs = labels.names.length;
    those.forEach((row, i) => {
      unseen.set(said.subarray(i * outputs, (i + 1) * outputs), row * outputs);
    });
  }
  return { features, C: best.C, terms, model, scores, unseen };
}

/** At most so many of the rows, spread evenly. */
function spread(rows: Int32Array, most: number): Int32Array {
  const step = Math.max(1, rows.length / most);
  return Int32Array.from({ length: Math.min(most, rows.length) }, (_, i) => rows[Math.floor(i * step)]!);
}
