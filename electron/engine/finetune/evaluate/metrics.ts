import { hasClass, type Labels } from '../labels/labels.ts';
import { prAuc, type RankedRows, rankRows, rocAuc } from './binary-metrics.ts';
import { rankingMetrics } from './ranking-metrics.ts';
import { regressionMetrics } from './regression-metrics.ts';
import { sumOf, type WeightedMetrics } from './weighted-metrics.ts';

/** Returns the metric by which two models are compared. */
export function decisiveMetric(labels: Labels): string {
  if (labels.kind === 'number') return labels.skewed ? 'spearman' : 'mae';
  if (labels.kind === 'ranking') return 'ndcg@10';
  return labels.kind === 'classes' && labels.names.length > 2 ? 'accuracy' : 'rocAuc';
}

/** Whether lower values of a metric are better. */
export const lowerIsBetter = (metric: string) => ['mae', 'rmse', 'brier', 'calibrationError'].includes(metric);

/**
 * Prepares the metrics of predictions (rows × outputs; probabilities, or numbers) and returns a function that computes
 * them for any row weights.
 */
export function metricsOf(labels: Labels, rows: Int32Array, predicted: Float32Array): WeightedMetrics {
  if (labels.kind === 'number')
    return regressionMetrics(
      Float64Array.from(rows, (row) => labels.values[row]!),
      predicted,
    );
  if (labels.kind === 'ranking') return rankingMetrics(labels, rows, predicted);
  return classMetrics(labels, rows, predicted);
}

function classMetrics(labels: Labels, rows: Int32Array, chances: Float32Array): WeightedMetrics {
  const outputs = labels.names.length;
  const single = labels.kind === 'classes';
  const classIndices = evaluatedClasses(labels);
  const ranked = classIndices.map((k) => rankByClass(labels, rows, chances, k));
  const predictedClasses = predictClasses(labels, chances, rows.length);
  const truth = Uint8Array.from({ length: rows.length * outputs }, (_, i) =>
    hasClass(labels, rows[Math.floor(i / outputs)]!, i % outputs) ? 1 : 0,
  );
  return (weights) => {
    const total = sumOf(weights, rows.length);
    let correct = 0;
    let squares = 0;
    const tally = Array.from({ length: outputs }, () => ({
      truePositives: 0,
      predictedPositives: 0,
      actualPositives: 0,
    }));
    for (let r = 0; r < rows.length; r++) {
      const weight = weights[r]!;
      if (weight === 0) continue;
      for (let k = 0; k < outputs; k++) {
        const at = r * outputs + k;
        if (predictedClasses[at] === truth[at]) correct += single ? (truth[at] === 1 ? weight : 0) : weight / outputs;
        squares += weight * (chances[at]! - truth[at]!) ** 2;
        tally[k]!.predictedPositives += weight * predictedClasses[at]!;
        tally[k]!.actualPositives += weight * truth[at]!;
        tally[k]!.truePositives += weight * predictedClasses[at]! * truth[at]!;
      }
    }
    return {
      accuracy: correct / total,
      f1: mean(
        classIndices.map(
          (k) =>
            (2 * tally[k]!.truePositives) / Math.max(1e-12, tally[k]!.predictedPositives + tally[k]!.actualPositives),
        ),
      ),
      rocAuc: mean(ranked.map((rankedRows) => rocAuc(rankedRows, weights))),
      prAuc: mean(ranked.map((rankedRows) => prAuc(rankedRows, weights))),
      // The squared errors of two classes are equal: the binary Brier score is that of one of them.
      brier: squares / total / (single && outputs > 2 ? 1 : outputs),
      calibrationError: mean(classIndices.map((k) => calibrationError(chances, truth, outputs, k, weights))),
    };
  };
}

/** Returns the indices of the evaluated classes; of two classes only the second, the positive one. */
export const evaluatedClasses = ({ kind, names }: Labels): number[] =>
  kind === 'classes' && names.length === 2 ? [1] : [...names.keys()];

export function rankByClass(labels: Labels, rows: Int32Array, chances: Float32Array, k: number): RankedRows {
  const outputs = labels.names.length;
  const classChances = Float32Array.from(rows, (_, r) => chances[r * outputs + k]!);
  return rankRows(
    classChances,
    Uint8Array.from(rows, (row) => (hasClass(labels, row, k) ? 1 : 0)),
  );
}

/** Returns (rows × outputs): 1 for the most probable class, or for labels with a probability above 0.5. */
export function predictClasses({ kind, names }: Labels, chances: Float32Array, rows: number): Uint8Array {
  const outputs = names.length;
  if (kind === 'labels') return Uint8Array.from(chances, (chance) => (chance > 0.5 ? 1 : 0));
  const predictedClasses = new Uint8Array(rows * outputs);
  for (let at = 0; at < predictedClasses.length; at += outputs) {
    let best = 0;
    for (let k = 1; k < outputs; k++) if (chances[at + k]! > chances[at + best]!) best = k;
    predictedClasses[at + best] = 1;
  }
  return predictedClasses;
}

const BINS = 10;

/**
 * Returns the expected calibration error (Naeini et al., 2015): the mean absolute gap between predicted and observed
 * frequency over ten bins, by bin weight.
 */
function calibrationError(
  chances: Float32Array,
  truth: Uint8Array,
  outputs: number,
  k: number,
  weights: ArrayLike<number>,
): number {
  const gaps = new Float64Array(BINS);
  const rows = chances.length / outputs;
  for (let r = 0; r < rows; r++) {
    const chance = chances[r * outputs + k]!;
    gaps[Math.min(BINS - 1, Math.floor(chance * BINS))]! += weights[r]! * (chance - truth[r * outputs + k]!);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / sumOf(weights, rows);
}

/** Returns the mean of the values that are not NaN: a class missing from a sample has no curve. */
function mean(values: readonly number[]): number {
  const definedValues = values.filter((value) => !Number.isNaN(value));
  return definedValues.reduce((sum, value) => sum + value, 0) / definedValues.length;
}
