import type { Probe } from '../../../../shared/contract/profile-quality.ts';
import { compareWithBaselines } from '../../finetune/evaluate/compare-with-baselines.ts';
import { decisiveMetric, metricsOf } from '../../finetune/evaluate/metrics.ts';
import { probabilities } from '../../finetune/evaluate/probabilities.ts';
import { FACTS } from '../../finetune/examples.ts';
import type { Labels } from '../../finetune/labels/labels.ts';
import { linearBaseline } from '../../finetune/linear/baseline.ts';
import { fitProbe } from '../../finetune/linear/probe.ts';
import { folds } from '../../finetune/split.ts';
import { fitStandardScaler, standardised } from '../../finetune/standardisation.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { DENSE, type DenseName, type Moment } from './moment.ts';
import { selectExamples, selectFeatures } from './select.ts';

/** Something about users that linear probes predict from their features. */
export interface ProbeTarget {
  readonly target: string;
  /** Days of the window of a future behaviour; null for an attribute. */
  readonly days: number | null;
  readonly labels: Labels;
  /** Row of the moment that each label belongs to. */
  readonly rows: Int32Array;
}

interface ProbeHooks {
  checkCancelled(): void;
  /** Called after each fold with the number of completed folds. */
  onFold(completed: number): void;
}

/** Inverse regularisation strengths tried for features without counts. */
const STRENGTHS = [0.01, 0.1, 1, 10, 100];
/** Share of a fold's training users on which the strength is chosen. */
const VALIDATION_SHARE = 0.15;

/** Out-of-fold scores by kind of features, (users × outputs), row-major. */
type Scores = Record<DenseName | 'counts' | 'union', Float32Array>;

/**
 * Fits linear probes to each kind of features in folds over users, and returns the metric on the users left out:
 * logistic regression for classes and labels, ridge regression for numbers. All kinds use the same folds.
 */
export function probeTarget(
  behaviours: Behaviours,
  moment: Moment,
  { target, days, labels, rows }: ProbeTarget,
  settings: { readonly folds: number; readonly seed: number },
  { checkCancelled, onFold }: ProbeHooks,
): Probe {
  const examples = selectExamples(moment.examples, rows);
  const facts = selectFeatures({ vectors: moment.facts, width: FACTS }, rows).vectors;
  const dense = DENSE.map((name) => [name, selectFeatures(moment.dense[name], rows)] as const);
  const vectors = selectFeatures(moment.dense.vector, rows);
  const outputs = labels.names.length;
  const scores = blankScores(rows.length * outputs);
  for (const [fold, split] of folds(labels, rows.length, settings.folds, VALIDATION_SHARE, settings.seed).entries()) {
    const keep = (name: keyof Scores, all: Float32Array) => {
      for (const row of split.test) scores[name].set(all.subarray(row * outputs, (row + 1) * outputs), row * outputs);
    };
    const scaler = fitStandardScaler(facts, FACTS, split.training);
    const counts = linearBaseline(behaviours, examples, standardised(facts, scaler), labels, split, checkCancelled);
    keep('counts', counts.scores);
    const strengths = [counts.C / 2, counts.C];
    keep('union', fitProbe(vectors, counts.features, labels, split, strengths, checkCancelled).scores);
    for (const [name, features] of dense) {
      keep(name, fitProbe(features, null, labels, split, STRENGTHS, checkCancelled).scores);
    }
    onFold(fold + 1);
  }
  return { target, days, ...compareScores(labels, rows.length, scores, settings.seed, checkCancelled) };
}

function blankScores(length: number): Scores {
  const blank = () => new Float32Array(length);
  return { vector: blank(), random: blank(), svd: blank(), aggregates: blank(), counts: blank(), union: blank() };
}

function compareScores(
  labels: Labels,
  users: number,
  scores: Scores,
  seed: number,
  checkCancelled: () => void,
): Omit<Probe, 'target' | 'days'> {
  const rows = Int32Array.from({ length: users }, (_, row) => row);
  const ones = new Uint8Array(users).fill(1);
  const metric = decisiveMetric(labels);
  const predicted = (name: keyof Scores) => probabilities(labels, scores[name]);
  const figure = (name: keyof Scores) => metricsOf(labels, rows, predicted(name))(ones)[metric]!;
  const compared = { model: predicted('union'), linear: predicted('counts'), base: predicted('vector') };
  return {
    metric,
    users,
    classes: labels.names.length,
    vector: figure('vector'),
    counts: figure('counts'),
    union: figure('union'),
    random: figure('random'),
    svd: figure('svd'),
    aggregates: figure('aggregates'),
    gain: compareWithBaselines(labels, rows, compared, seed, checkCancelled).difference,
  };
}
