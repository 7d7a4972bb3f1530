import type { HeadEvaluation } from '../../../../shared/contract/finetune.ts';
import type { Labels } from '../labels/labels.ts';
import { curvesOf, liftOf, reliabilityOf } from './binary-metrics.ts';
import type { Calibration } from './calibrate.ts';
import type { Comparison, Rivals } from './compare-with-baselines.ts';
import { figuresOf, judgedClasses, rankedClass, saidClasses } from './metrics.ts';

/** What was judged: rows, what the three said of them, and what the head said before it was calibrated. */
export interface Judged {
  readonly rows: Int32Array;
  readonly rivals: Rivals;
  readonly uncalibrated: Float32Array;
  readonly method: Calibration['method'];
}

type Curves = Omit<HeadEvaluation, 'folds' | 'testCut' | 'trainingCuts' | 'model' | 'linear' | 'base'>;

/** Points of true and predicted numbers that are kept. */
const POINTS = 2000;

/** Everything about a head that is drawn rather than told. */
export function evaluationOf(labels: Labels, { rows, rivals, uncalibrated, method }: Judged, comparison: Comparison) {
  const { model, linear, base } = comparison;
  return { model, linear, base, ...curves(labels, rows, rivals.model, uncalibrated, method) };
}

function curves(
  labels: Labels,
  rows: Int32Array,
  predicted: Float32Array,
  uncalibrated: Float32Array,
  method: Calibration['method'],
): Curves {
  const classes = [...labels.names];
  const none = { confusion: new Int32Array(0), curves: [], truth: new Float32Array(0), predicted: new Float32Array(0) };
  if (labels.kind === 'ranking') return { ...none, classes, calibration: { method, before: 0, after: 0 } };
  if (labels.kind === 'number') {
    const some = Int32Array.from({ length: Math.min(POINTS, rows.length) }, (_, i) =>
      Math.floor((i * rows.length) / Math.min(POINTS, rows.length)),
    );
    return {
      ...none,
      classes,
      calibration: { method, before: 0, after: 0 },
      truth: Float32Array.from(some, (r) => labels.of[rows[r]!]!),
      predicted: Float32Array.from(some, (r) => predicted[r]!),
    };
  }
  const ones = new Uint8Array(rows.length).fill(1);
  const errorOf = (chances: Float32Array) => figuresOf(labels, rows, chances)(ones).calibrationError!;
  return {
    ...none,
    classes,
    calibration: { method, before: errorOf(uncalibrated), after: errorOf(predicted) },
    confusion: labels.kind === 'classes' ? confusionOf(labels, rows, predicted) : none.confusion,
    curves: judgedClasses(labels).map((k) => {
      const ranked = rankedClass(labels, rows, predicted, k);
      const before = rankedClass(labels, rows, uncalibrated, k);
      return {
        name: labels.names[k]!,
        users: ranked.positive.reduce((sum, one) => sum + one, 0),
        ...curvesOf(ranked),
        lift: liftOf(ranked),
        reliability: {
          before: reliabilityOf(before.scores, before.positive),
          after: reliabilityOf(ranked.scores, ranked.positive),
        },
      };
    }),
  };
}

function confusionOf(labels: Labels & { kind: 'classes' }, rows: Int32Array, chances: Float32Array): Int32Array {
  const outputs = labels.names.length;
  const said = saidClasses(labels, chances, rows.length);
  const confusion = new Int32Array(outputs * outputs);
  rows.forEach((row, r) => {
    const predicted = said.subarray(r * outputs, (r + 1) * outputs).indexOf(1);
    confusion[labels.of[row]! * outputs + predicted]!++;
  });
  return confusion;
}
