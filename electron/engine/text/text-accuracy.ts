import { bootstrapMeans, middle95 } from '../evaluate/bootstrap.ts';

/** Returns for each row whether the class with the highest score is correct: 1 or 0. */
export function correctPredictions(
  truth: Int32Array,
  rows: Int32Array,
  scores: Float32Array | Float64Array,
  classes: number,
) {
  return Float64Array.from(rows, (row, r) => {
    let best = 0;
    for (let k = 1; k < classes; k++) if (scores[r * classes + k]! > scores[r * classes + best]!) best = k;
    return best === truth[row] ? 1 : 0;
  });
}

/**
 * Returns the accuracies of two models on the same texts, and their difference, with 95 % bootstrap confidence
 * intervals over texts.
 */
export function compareAccuracy(model: Float64Array, linear: Float64Array, seed: number, checkCancelled: () => void) {
  const [modelMeans = new Float64Array(), linearMeans = new Float64Array()] = bootstrapMeans(
    [model, linear],
    seed,
    checkCancelled,
  );
  const difference = {
    value: mean(model) - mean(linear),
    ...middle95(modelMeans.map((value, sample) => value - linearMeans[sample]!)),
  };
  return {
    accuracy: { value: mean(model), ...middle95(modelMeans) },
    linear: { value: mean(linear), ...middle95(linearMeans) },
    difference,
    verdict: difference.low > 0 ? ('better' as const) : difference.high < 0 ? ('no' as const) : ('maybe' as const),
  };
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
