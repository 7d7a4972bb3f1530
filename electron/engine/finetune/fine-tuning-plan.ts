import type { Database } from 'better-sqlite3';
import type { FinetuneConfig, Target } from '../../../shared/domain/finetune-config.ts';
import type { Histories } from '../store/events/histories.ts';
import { attributeValues } from '../store/names/attribute-values.ts';
import { idOf, namesOf } from '../store/names/name-lookup.ts';
import { type Examples, wholeHistories } from './examples.ts';
import { datesNeeded, noAttribute, noTexts, oneClass, tooFewExamples, tooFewPositives } from './finetune-errors.ts';
import { attributeLabels } from './labels/attribute-labels.ts';
import { chooseCutoffs, timeSpan } from './labels/cutoffs.ts';
import { hasClass, type Labels } from './labels/labels.ts';
import { type WindowTarget, windowLabels } from './labels/window-labels.ts';
import { folds, type Split, withValidation } from './split.ts';

/** How a target is learnt and evaluated. */
export interface FineTuningPlan {
  readonly examples: Examples;
  readonly labels: Labels;
  /** One per fold, or a single split in time. */
  readonly splits: readonly Split[];
  /**
   * Whether a final model on all examples scores all users: after cross-validation, where each fold's model saw only
   * some of them.
   */
  readonly refit: boolean;
  /**
   * Time from which on the encoder must not have seen events, in milliseconds since the epoch; null without a limit.
   */
  readonly until: number | null;
  readonly testCut: number | null;
  readonly trainingCuts: readonly number[];
}

const MIN_EXAMPLES = 20;
const MIN_POSITIVES = 5;

/** Returns the plan for a target. Throws the errors of targets that cannot be learnt: see `finetune-errors.ts`. */
export function planFineTuning(
  db: Database,
  histories: Histories,
  dates: boolean,
  target: Target,
  config: FinetuneConfig,
): FineTuningPlan {
  if (target.kind === 'rating') throw noTexts();
  const plan =
    target.kind === 'attribute'
      ? planByAttribute(db, histories, target, config)
      : planByTime(db, histories, dates, target, config);
  for (const split of plan.splits) requireEnoughExamples(plan.labels, split);
  return plan;
}

function planByAttribute(
  db: Database,
  histories: Histories,
  target: Extract<Target, { kind: 'attribute' }>,
  config: FinetuneConfig,
): FineTuningPlan {
  const attribute = idOf(db, 'attributes', target.attribute);
  if (attribute === null) throw noAttribute(target.attribute, namesOf(db, 'attributes'));
  const { labels, rows } = attributeLabels(attributeValues(db, attribute), histories.users, target, 2 * config.folds);
  const all = wholeHistories(histories);
  const examples = {
    history: rows,
    to: rows.map((row) => all.to[row]!),
    at: Float64Array.from(rows, (row) => all.at[row]!),
  };
  if (rows.length < MIN_EXAMPLES) throw tooFewExamples(rows.length, MIN_EXAMPLES);
  const splits = folds(labels, rows.length, config.folds, config.validationShare, config.seed);
  return { examples, labels, splits, refit: true, until: null, testCut: null, trainingCuts: [] };
}

/**
 * Splits by time. Validation users are held out of training at every cutoff; all users are tested at the test cutoff.
 */
function planByTime(
  db: Database,
  histories: Histories,
  dates: boolean,
  target: WindowTarget,
  config: FinetuneConfig,
): FineTuningPlan {
  if (!dates) throw datesNeeded();
  const cutoffs = chooseCutoffs(timeSpan(histories), target.days, config.cuts);
  const { labels, examples } = windowLabels(db, histories, target, [...cutoffs.training, cutoffs.test]);
  const rows = Int32Array.from(examples.history.keys());
  const historyIndices = Int32Array.from(new Set(examples.history));
  const validationHistories = new Set(
    withValidation({ kind: 'ranking', names: [], values: [] }, historyIndices, config.validationShare, config.seed)
      .validation,
  );
  const beforeTest = rows.filter((i) => examples.at[i]! < cutoffs.test);
  const split = {
    training: beforeTest.filter((i) => !validationHistories.has(examples.history[i]!)),
    validation: beforeTest.filter((i) => validationHistories.has(examples.history[i]!)),
    test: rows.filter((i) => examples.at[i] === cutoffs.test),
  };
  const until = Math.min(...cutoffs.training);
  return {
    examples,
    labels,
    splits: [split],
    refit: false,
    until,
    testCut: cutoffs.test,
    trainingCuts: cutoffs.training,
  };
}

function requireEnoughExamples(labels: Labels, split: Split): void {
  for (const rows of [split.training, split.test]) {
    const needed = rows === split.training ? MIN_EXAMPLES / 2 : 2;
    if (rows.length < needed) throw tooFewExamples(rows.length, needed);
    if (labels.kind === 'number' && rows.every((row) => labels.values[row] === labels.values[rows[0]!])) {
      throw oneClass(labels.names[0]!);
    }
    if (labels.kind === 'classes' && labels.names.length === 2) requireBothClasses(labels, rows);
  }
  if (split.validation.length === 0) throw tooFewExamples(0, 1);
}

/** Throws unless both of two classes occur often enough to learn and to evaluate. */
function requireBothClasses(labels: Labels & { kind: 'classes' }, rows: Int32Array): void {
  const counts = labels.names.map((_, k) => rows.filter((row) => hasClass(labels, row, k)).length);
  const missingClass = counts.indexOf(0);
  if (missingClass >= 0) throw oneClass(labels.names[1]!, 'class');
  const rareClass = counts.findIndex((count) => count < Math.min(MIN_POSITIVES, rows.length / 4));
  if (rareClass >= 0) throw tooFewPositives(labels.names[rareClass]!, counts[rareClass]!, MIN_POSITIVES);
}
