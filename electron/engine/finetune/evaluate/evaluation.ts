import type { PredictionEvaluation } from '../../../../shared/contract/prediction.ts';
import type { Labels } from '../labels/labels.ts';
import { curvesOf, liftOf, reliabilityOf } from './binary-metrics.ts';
import type { Calibration } from './calibrate.ts';
import type { ComparedPredictions, Comparison } from './compare-with-baselines.ts';
import { evaluatedClasses, metricsOf, predictClasses, rankByClass } from './metrics.ts';

/** Test rows with the predictions of the three models, and the model's probabilities before calibration. */
export interface TestPredictions {
  readonly rows: Int32Array;
  readonly predictions: ComparedPredictions;
  readonly uncalibrated: Float32Array;
  readonly method: Calibration['method'];
}

type Curves = Omit<PredictionEvaluation, 'folds' | 'testCut' | 'trainingCuts' | 'model' | 'linear' | 'base'>;

/** Maximum number of saved pairs of true and predicted numbers. */
const MAX_POINTS = 2000;

/** Returns the metrics of the three models, the curves and the confusion matrix of a prediction. */
export function evaluationOf(
  labels: Labels,
  { rows, predictions, uncalibrated, method }: TestPredictions,
  comparison: Comparison,
) {
  const { model, linear, base } = comparison;
  return { model, linear, base, ...evaluationCurves(labels, rows, predictions.model, uncalibrated, method) };
}

function evaluationCurves(
  labels: Labels,
  rows: Int32Array,
  predicted: Float32Array,
  uncalibrated: Float32Array,
  method: Calibration['method'],
): Curves {
  const classes = [...labels.names];
  const emptyCurves = {
    confusion: new Int32Array(0),
    curves: [],
    truth: new Float32Array(0),
    predicted: new Float32Array(0),
  };
  if (labels.kind === 'ranking') return { ...emptyCurves, classes, calibration: { method, before: 0, after: 0 } };
  if (labels.kind === 'number') {
    const sampledRows = Int32Array.from({ length: Math.min(MAX_POINTS, rows.length) }, (_, i) =>
      Math.floor((i * rows.length) / Math.min(MAX_POINTS, rows.length)),
    );
    return {
      ...emptyCurves,
      classes,
      calibration: { method, before: 0, after: 0 },
      truth: Float32Array.from(sampledRows, (r) => labels.values[rows[r]!]!),
      predicted: Float32Array.from(sampledRows, (r) => predicted[r]!),
    };
  }
  const ones = new Uint8Array(rows.length).fill(1);
  const errorOf = (chances: Float32Array) => metricsOf(labels, rows, chances)(ones).calibrationError!;
  return {
    ...emptyCurves,
    classes,
    calibration: { method, before: errorOf(uncalibrated), after: errorOf(predicted) },
    confusion: labels.kind === 'classes' ? confusionOf(labels, rows, predicted) : emptyCurves.confusion,
    curves: evaluatedClasses(labels).map((k) => {
      const ranked = rankByClass(labels, rows, predicted, k);
      const uncalibratedRows = rankByClass(labels, rows, uncalibrated, k);
      return {
        name: labels.names[k]!,
        users: ranked.positive.reduce((sum, isPositive) => sum + isPositive, 0),
        ...curvesOf(ranked),
        lift: liftOf(ranked),
        reliability: {
          before: reliabilityOf(uncalibratedRows.scores, uncalibratedRows.positive),
          after: reliabilityOf(ranked.scores, ranked.positive),
        },
      };
    }),
  };
}

function confusionOf(labels: Labels & { kind: 'classes' }, rows: Int32Array, chances: Float32Array): Int32Array {
  const outputs = labels.names.length;
  const predictedClasses = predictClasses(labels, chances, rows.length);
  const confusion = new Int32Array(outputs * outputs);
  rows.forEach((row, r) => {
    const predicted = predictedClasses.subarray(r * outputs, (r + 1) * outputs).indexOf(1);
    confusion[labels.values[row]! * outputs + predicted]!++;
  });
  return confusion;
}
