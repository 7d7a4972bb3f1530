import type { z } from 'zod';
import type { Interval, PredictionVerdict } from '../../../../shared/contract/prediction.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { middle95 } from '../../evaluate/bootstrap.ts';
import type { Labels } from '../labels/labels.ts';
import { decisiveMetric, lowerIsBetter, metricsOf } from './metrics.ts';

const MAX_SAMPLES = 1000;
const MIN_SAMPLES = 200;
/** Total number of rows drawn; with many users, fewer bootstrap samples suffice. */
const DRAWS = 30_000_000;

/** Predictions of three models for the same rows, (rows × outputs): probabilities, or numbers. */
export interface ComparedPredictions {
  readonly model: Float32Array;
  readonly linear: Float32Array;
  readonly base: Float32Array;
}

type Intervals = Record<string, Interval>;

export interface Comparison {
  readonly metric: string;
  readonly model: Intervals;
  readonly linear: Intervals;
  readonly base: Intervals;
  /**
   * Model minus linear baseline on the decisive metric, with the sign reversed for errors: above 0 the model is better.
   */
  readonly difference: Interval;
  readonly verdict: z.infer<typeof PredictionVerdict>;
}

/**
 * Computes all metrics of the three with 95 % bootstrap confidence intervals over rows, one per user (Efron, 1979). All
 * three use the same bootstrap samples, so that the difference is paired.
 */
export function compareWithBaselines(
  labels: Labels,
  rows: Int32Array,
  { model, linear, base }: ComparedPredictions,
  seed: number,
  checkCancelled: () => void,
): Comparison {
  const metric = decisiveMetric(labels);
  const metricFunctions = [model, linear, base].map((predicted) => metricsOf(labels, rows, predicted));
  const ones = new Uint8Array(rows.length).fill(1);
  const pointEstimates = metricFunctions.map((metricsFor) => metricsFor(ones));
  const samples = metricFunctions.map(() => [] as Record<string, number>[]);
  const count = Math.min(MAX_SAMPLES, Math.max(MIN_SAMPLES, Math.floor(DRAWS / rows.length)));
  const weights = new Int32Array(rows.length);
  for (let sample = 0; sample < count; sample++) {
    checkCancelled();
    const random = new Random(seed, sample);
    weights.fill(0);
    for (let r = 0; r < rows.length; r++) weights[random.integer(rows.length)]!++;
    for (const [i, metricsFor] of metricFunctions.entries()) samples[i]!.push(metricsFor(weights));
  }
  const intervals = pointEstimates.map((estimates, i) => intervalsOf(estimates, samples[i]!));
  const sign = lowerIsBetter(metric) ? -1 : 1;
  const gap = (a: Record<string, number>, b: Record<string, number>) => sign * (a[metric]! - b[metric]!);
  const difference = interval(
    gap(pointEstimates[0]!, pointEstimates[1]!),
    samples[0]!.map((sample, i) => gap(sample, samples[1]![i]!)),
  );
  return {
    metric,
    model: intervals[0]!,
    linear: intervals[1]!,
    base: intervals[2]!,
    difference,
    verdict: difference.low > 0 ? 'better' : difference.high < 0 ? 'no' : 'maybe',
  };
}

function intervalsOf(estimates: Record<string, number>, samples: readonly Record<string, number>[]): Intervals {
  return Object.fromEntries(
    Object.entries(estimates).map(([name, value]) => [
      name,
      interval(
        value,
        samples.map((sample) => sample[name]!),
      ),
    ]),
  );
}

/** Returns a value with its 95 % interval. Skips samples without a value, which lack one of the classes. */
function interval(value: number, samples: readonly number[]): Interval {
  return { value, ...middle95(Float64Array.from(samples.filter((sample) => !Number.isNaN(sample)))) };
}
