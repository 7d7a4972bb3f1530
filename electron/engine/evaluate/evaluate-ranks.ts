import type { Evaluation } from '../../../shared/contract/train.ts';
import { GAINS, rankingMetrics } from '../train/rank/metrics.ts';
import { bootstrapMeans, middle95 } from './bootstrap.ts';

/** What the deciding measure is. */
const DECIDING = 'ndcg@10';
/** Of fewer users a bootstrap says nothing sure. */
const FEWEST_USERS = 20;

type Judged = Pick<
  Evaluation,
  'metrics' | 'baselines' | 'intervals' | 'bestBaseline' | 'difference' | 'beatsBaselines'
> & { readonly better: 'clearly' | 'maybe' | 'no' };

/**
 * Measures of the model and of baselines by name from one rank a question each, and whether the model is better than the best.
 * `owners`: whose each question is, users counted from 0.
 */
export function judge(
  ranks: Readonly<Record<string, Float64Array>>,
  owners: Int32Array,
  seed: number,
  tick: () => void,
): Judged {
  const { model: metrics = {}, ...baselines } = mapValues(ranks, rankingMetrics);
  const bestBaseline = Object.keys(baselines).reduce((best, name) =>
    baselines[name]![DECIDING]! > baselines[best]![DECIDING]! ? name : best,
  );
  const samples = resampled(ranks, owners, seed, tick);
  const intervals = mapValues(samples, (measures) => mapValues(measures, middle95));
  const best = samples[bestBaseline]![DECIDING]!;
  const value = metrics[DECIDING]! - baselines[bestBaseline]![DECIDING]!;
  const difference = { value, ...middle95(samples.model![DECIDING]!.map((mean, i) => mean - best[i]!)) };
  const better = difference.low > 0 && new Set(owners).size >= FEWEST_USERS ? 'clearly' : value > 0 ? 'maybe' : 'no';
  return { metrics, baselines, intervals, bestBaseline, difference, better, beatsBaselines: value > 0 };
}

/** Bootstrap means by ranker and measure, all over the same samples of the users. */
function resampled(ranks: Readonly<Record<string, Float64Array>>, owners: Int32Array, seed: number, tick: () => void) {
  const measures = Object.entries(GAINS);
  const columns = Object.values(ranks).flatMap((of) => measures.map(([, gain]) => of.map(gain)));
  const means = bootstrapMeans(columns, seed, tick, owners);
  const names = Object.keys(ranks);
  return Object.fromEntries(
    names.map((name, r) => [
      name,
      Object.fromEntries(measures.map(([measure], m) => [measure, means[r * measures.length + m]!])),
    ]),
  );
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, map: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
