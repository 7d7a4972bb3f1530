import type { Database } from 'better-sqlite3';
import type { HeadConfig, Target } from '../../../shared/domain/finetune-config.ts';
import type { Histories } from '../store/events/histories.ts';
import { attributeValues } from '../store/names/attribute-values.ts';
import { idOf, namesOf } from '../store/names/name-lookup.ts';
import { type Examples, wholeHistories } from './examples.ts';
import { datesNeeded, noAttribute, noTexts, oneClass, tooFewExamples, tooFewPositives } from './finetune-errors.ts';
import { attributeLabels } from './labels/attribute-labels.ts';
import { chooseCuts, timeSpan } from './labels/cutoffs.ts';
import { hasClass, type Labels } from './labels/labels.ts';
import { type WindowTarget, windowLabels } from './labels/window-labels.ts';
import { folds, type Split, withValidation } from './split.ts';

/** How a target is learnt and judged. */
export interface Plan {
  readonly examples: Examples;
  readonly labels: Labels;
  /** One a fold, or the one that a cut in time makes. */
  readonly splits: readonly Split[];
  /** Whether one more head, of all examples, scores everyone: after folds, of which each knew a part only. */
  readonly refit: boolean;
  /** From when on the encoder must have seen nothing, in milliseconds since the epoch; null where all may be seen. */
  readonly until: number | null;
  readonly testCut: number | null;
  readonly trainingCuts: readonly number[];
}

const FEWEST = 20;
const FEWEST_POSITIVES = 5;

/** Throws the errors of targets that cannot be had: see `errors.ts`. */
export function planOf(db: Database, histories: Histories, dates: boolean, target: Target, config: HeadConfig): Plan {
  if (target.kind === 'rating') throw noTexts();
  const plan =
    target.kind === 'attribute'
      ? byAttribute(db, histories, target, config)
      : byTime(db, histories, dates, target, config);
  for (const split of plan.splits) refuseTooFew(plan.labels, split);
  return plan;
}

function byAttribute(
  db: Database,
  histories: Histories,
  target: Extract<Target, { kind: 'attribute' }>,
  config: HeadConfig,
): Plan {
  const attribute = idOf(db, 'attributes', target.attribute);
  if (attribute === null) throw noAttribute(target.attribute, namesOf(db, 'attributes'));
  const { labels, rows } = attributeLabels(attributeValues(db, attribute), histories.users, target, 2 * config.folds);
  const all = wholeHistories(histories);
  const examples = {
    history: rows,
    to: rows.map((row) => all.to[row]!),
    at: Float64Array.from(rows, (row) => all.at[row]!),
  };
  if (rows.length < FEWEST) throw tooFewExamples(rows.length, FEWEST);
  const splits = folds(labels, rows.length, config.folds, config.validationShare, config.seed);
  return { examples, labels, splits, refit: true, until: null, testCut: null, trainingCuts: [] };
}

/** Users who validate do so at every cut, and never train; all are judged at the test's cut. */
function byTime(db: Database, histories: Histories, dates: boolean, target: WindowTarget, config: HeadConfig): Plan {
  if (!dates) throw datesNeeded();
  const cuts = chooseCuts(timeSpan(histories), target.days, config.cuts);
  const { labels, examples } = windowLabels(db, histories, target, [...cuts.training, cuts.test]);
  const rows = Int32Array.from(examples.history.keys());
  const everyone = Int32Array.from(new Set(examples.history));
  const apart = new Set(
    withValidation({ kind: 'ranking', names: [], of: [] }, everyone, config.validationShare, config.seed).validation,
  );
  const before = rows.filter((i) => examples.at[i]! < cuts.test);
  const split = {
    training: before.filter((i) => !apart.has(examples.history[i]!)),
    validation: before.filter((i) => apart.has(examples.history[i]!)),
    test: rows.filter((i) => examples.at[i] === cuts.test),
  };
  const until = Math.min(...cuts.training);
  return { examples, labels, splits: [split], refit: false, until, testCut: cuts.test, trainingCuts: cuts.training };
}

function refuseTooFew(labels: Labels, split: Split): void {
  for (const rows of [split.training, split.test]) {
    const needed = rows === split.training ? FEWEST / 2 : 2;
    if (rows.length < needed) throw tooFewExamples(rows.length, needed);
    if (labels.kind === 'number' && rows.every((row) => labels.of[row] === labels.of[rows[0]!])) {
      throw oneClass(labels.names[0]!);
    }
    if (labels.kind === 'classes' && labels.names.length === 2) refuseRare(labels, rows);
  }
  if (split.validation.length === 0) throw tooFewExamples(0, 1);
}

/** Both of two classes must be there to be learnt and to be judged. */
function refuseRare(labels: Labels & { kind: 'classes' }, rows: Int32Array): void {
  const counts = labels.names.map((_, k) => rows.filter((row) => hasClass(labels, row, k)).length);
  const rare = counts.indexOf(0);
  if (rare >= 0) throw oneClass(`Whether a user is “${labels.names[1]}”`);
  const few = counts.findIndex((count) => count < Math.min(FEWEST_POSITIVES, rows.length / 4));
  if (few >= 0) throw tooFewPositives(labels.names[few]!, counts[few]!, FEWEST_POSITIVES);
}
