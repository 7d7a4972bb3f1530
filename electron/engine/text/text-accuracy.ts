import { bootstrapMeans, middle95 } from '../evaluate/bootstrap.ts';

/** Whether the class with the highest score is right, a row each: 1 or 0. */
export function rightOf(of: Int32Array, rows: Int32Array, scores: Float32Array | Float64Array, classes: number) {
  return Float64Array.from(rows, (row, r) => {
    let best = 0;
    for (let k = 1; k < classes; k++) if (scores[r * classes + k]! > scores[r * classes + best]!) best = k;
    return best === of[row] ? 1 : 0;
  });
}

/**
 * Accuracies of two that were asked about the same texts, and their difference, with 95 % intervals by bootstrap over texts.
 */
export function compareRight(model: Float64Array, linear: Float64Array, seed: number, tick: () => void) {
  const [ours = new Float64Array(), theirs = new Float64Array()] = bootstrapMeans([model, linear], seed, tick);
  const difference = {
    value: mean(model) - mean(linear),
    ...middle95(ours.map((value, sample) => value - theirs[sample]!)),
  };
  return {
    accuracy: { value: mean(model), ...middle95(ours) },
    linear: { value: mean(linear), ...middle95(theirs) },
    difference,
    verdict: difference.low > 0 ? ('better' as const) : difference.high < 0 ? ('no' as const) : ('maybe' as const),
  };
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
