import { hasClass, type Labels } from '../labels/labels.ts';
import { prAuc, type Ranked, rankedBy, rocAuc } from './binary-metrics.ts';
import { rankingFigures } from './ranking-metrics.ts';
import { numberFigures } from './regression-metrics.ts';
import { type Figures, sumOf } from './weighted-metrics.ts';

/** The metric that decides between two models. */
export function decisiveMetric(labels: Labels): string {
  if (labels.kind === 'number') return labels.skewed ? 'spearman' : 'mae';
  if (labels.kind === 'ranking') return 'ndcg@10';
  return labels.kind === 'classes' && labels.names.length > 2 ? 'accuracy' : 'rocAuc';
}

/** Errors, of which less is better. */
export const isError = (metric: string) => ['mae', 'rmse', 'brier', 'calibrationError'].includes(metric);

/** Prepares the metrics of predictions (rows × outputs; probabilities, or numbers) for any weights of the rows. */
export function figuresOf(labels: Labels, rows: Int32Array, predicted: Float32Array): Figures {
  if (labels.kind === 'number')
    return numberFigures(
      Float64Array.from(rows, (row) => labels.of[row]!),
      predicted,
    );
  if (labels.kind === 'ranking') return rankingFigures(labels, rows, predicted);
  return classFigures(labels, rows, predicted);
}

function classFigures(labels: Labels, rows: Int32Array, chances: Float32Array): Figures {
  const outputs = labels.names.length;
  const single = labels.kind === 'classes';
  const judged = judgedClasses(labels);
  const ranked = judged.map((k) => rankedClass(labels, rows, chances, k));
  const says = saidClasses(labels, chances, rows.length);
  const has = Uint8Array.from({ length: rows.length * outputs }, (_, i) =>
    hasClass(labels, rows[Math.floor(i / outputs)]!, i % outputs) ? 1 : 0,
  );
  return (weights) => {
    const total = sumOf(weights, rows.length);
    let right = 0;
    let squares = 0;
    const tally = Array.from({ length: outputs }, () => ({ hit: 0, said: 0, had: 0 }));
    for (let r = 0; r < rows.length; r++) {
      const weight = weights[r]!;
      if (weight === 0) continue;
      for (let k = 0; k < outputs; k++) {
        const at = r * outputs + k;
        if (says[at] === has[at]) right += single ? (has[at] === 1 ? weight : 0) : weight / outputs;
        squares += weight * (chances[at]! - has[at]!) ** 2;
        tally[k]!.said += weight * says[at]!;
        tally[k]!.had += weight * has[at]!;
        tally[k]!.hit += weight * says[at]! * has[at]!;
      }
    }
    return {
      accuracy: right / total,
      f1: mean(judged.map((k) => (2 * tally[k]!.hit) / Math.max(1e-12, tally[k]!.said + tally[k]!.had))),
      rocAuc: mean(ranked.map((one) => rocAuc(one, weights))),
      prAuc: mean(ranked.map((one) => prAuc(one, weights))),
      // Of two classes the squares of both are the same: Brier's score is that of one.
      brier: squares / total / (single && outputs > 2 ? 1 : outputs),
      calibrationError: mean(judged.map((k) => calibrationError(chances, has, outputs, k, weights))),
    };
  };
}

/** Of two classes the second is the one that is looked for. */
export const judgedClasses = ({ kind, names }: Labels): number[] =>
  kind === 'classes' && names.length === 2 ? [1] : [...names.keys()];

export function rankedClass(labels: Labels, rows: Int32Array, chances: Float32Array, k: number): Ranked {
  const outputs = labels.names.length;
  const own = Float32Array.from(rows, (_, r) => chances[r * outputs + k]!);
  return rankedBy(
    own,
    Uint8Array.from(rows, (row) => (hasClass(labels, row, k) ? 1 : 0)),
  );
}

/** (rows × outputs): 1 for the most probable class, or for labels that are more probable than not. */
export function saidClasses({ kind, names }: Labels, chances: Float32Array, rows: number): Uint8Array {
  const outputs = names.length;
  if (kind === 'labels') return Uint8Array.from(chances, (chance) => (chance > 0.5 ? 1 : 0));
  const said = new Uint8Array(rows * outputs);
  for (let at = 0; at < said.length; at += outputs) {
    let best = 0;
    for (let k = 1; k < outputs; k++) if (chances[at + k]! > chances[at + best]!) best = k;
    said[at + best] = 1;
  }
  return said;
}

const BINS = 10;

/** Expected calibration error (Naeini et al., 2015): mean distance of probability and share over ten bins, by their weight. */
function calibrationError(
  chances: Float32Array,
  has: Uint8Array,
  outputs: number,
  k: number,
  weights: ArrayLike<number>,
): number {
  const gaps = new Float64Array(BINS);
  const rows = chances.length / outputs;
  for (let r = 0; r < rows; r++) {
    const chance = chances[r * outputs + k]!;
    gaps[Math.min(BINS - 1, Math.floor(chance * BINS))]! += weights[r]! * (chance - has[r * outputs + k]!);
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / sumOf(weights, rows);
}

/** Mean of what is known: a class that a sample lacks has no curve. */
function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
