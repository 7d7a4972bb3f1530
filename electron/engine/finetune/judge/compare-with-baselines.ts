import type { z } from 'zod';
import type { HeadVerdict, Interval } from '../../../../shared/contract/finetune.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { middle95 } from '../../evaluate/bootstrap.ts';
import type { Labels } from '../labels/labels.ts';
import { decisiveMetric, figuresOf, isError } from './metrics.ts';

const MOST_SAMPLES = 1000;
const FEWEST_SAMPLES = 200;
/** Rows that are drawn in all: with many users fewer samples do. */
const DRAWS = 30_000_000;

/** Predictions of the same rows, (rows × outputs): probabilities, or numbers. */
export interface Rivals {
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
  /** Of the decisive metric, model less linear, errors the other way round: above 0 the model is better. */
  readonly difference: Interval;
  readonly verdict: z.infer<typeof HeadVerdict>;
}

/**
 * All metrics of the three with 95 % intervals by bootstrap over rows (Efron, 1979), one a user; all see the same samples, so
 * that the difference has an interval of its own.
 */
export function compare(
  labels: Labels,
  rows: Int32Array,
  { model, linear, base }: Rivals,
  seed: number,
  tick: () => void,
): Comparison {
  const metric = decisiveMetric(labels);
  const rivals = [model, linear, base].map((predicted) => figuresOf(labels, rows, predicted));
  const ones = new Uint8Array(rows.length).fill(1);
  const whole = rivals.map((figures) => figures(ones));
  const samples = rivals.map(() => [] as Record<string, number>[]);
  const count = Math.min(MOST_SAMPLES, Math.max(FEWEST_SAMPLES, Math.floor(DRAWS / rows.length)));
  const weights = new Int32Array(rows.length);
  for (let sample = 0; sample < count; sample++) {
    tick();
    const random = new Random(seed, sample);
    weights.fill(0);
    for (let r = 0; r < rows.length; r++) weights[random.integer(rows.length)]!++;
    for (const [i, figures] of rivals.entries()) samples[i]!.push(figures(weights));
  }
  const intervals = whole.map((figures, i) => intervalsOf(figures, samples[i]!));
  const sign = isError(metric) ? -1 : 1;
  const gap = (a: Record<string, number>, b: Record<string, number>) => sign * (a[metric]! - b[metric]!);
  const difference = interval(
    gap(whole[0]!, whole[1]!),
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

function intervalsOf(whole: Record<string, number>, samples: readonly Record<string, number>[]): Intervals {
  return Object.fromEntries(
    Object.entries(whole).map(([name, value]) => [
      name,
      interval(
        value,
        samples.map((sample) => sample[name]!),
      ),
    ]),
  );
}

/** A sample without one of the classes has no figure and is left out. */
function interval(value: number, samples: readonly number[]): Interval {
  return { value, ...middle95(Float64Array.from(samples.filter((sample) => !Number.isNaN(sample)))) };
}
