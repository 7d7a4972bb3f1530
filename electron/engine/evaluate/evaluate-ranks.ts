import type { Evaluation } from '../../../shared/contract/train.ts';
import { GAINS, rankingMetrics } from '../train/rank/metrics.ts';
import { bootstrapMeans, middle95 } from './bootstrap.ts';

/** Metric by which model and baselines are compared. */
const MAIN_METRIC = 'ndcg@10';
/** Minimum number of users for a reliable bootstrap. */
const MIN_USERS = 20;

type RankEvaluation = Pick<
  Evaluation,
  'metrics' | 'baselines' | 'intervals' | 'bestBaseline' | 'difference' | 'beatsBaselines'
> & { readonly better: 'clearly' | 'maybe' | 'no' };

/**
 * Returns the metrics of the model and the baselines by name, given the rank of each test case, and whether the model
 * beats the best baseline. `userIndices`: the user of each test case, counted from 0.
 */
export function evaluateRanks(
  ranks: Readonly<Record<string, Float64Array>>,
  userIndices: Int32Array,
  seed: number,
  tick: () => void,
): RankEvaluation {
  const { model: metrics = {}, ...baselines } = mapValues(ranks, rankingMetrics);
  const bestBaseline = Object.keys(baselines).reduce((best, name) =>
    baselines[name]![MAIN_METRIC]! > baselines[best]![MAIN_METRIC]! ? name : best,
  );
  const samples = bootstrapMetrics(ranks, userIndices, seed, tick);
  const intervals = mapValues(samples, (measures) => mapValues(measures, middle95));
  const best = samples[bestBaseline]![MAIN_METRIC]!;
  const value = metrics[MAIN_METRIC]! - baselines[bestBaseline]![MAIN_METRIC]!;
  const difference = { value, ...middle95(samples.model![MAIN_METRIC]!.map((mean, i) => mean - best[i]!)) };
  const better = difference.low > 0 && new Set(userIndices).size >= MIN_USERS ? 'clearly' : value > 0 ? 'maybe' : 'no';
  return { metrics, baselines, intervals, bestBaseline, difference, better, beatsBaselines: value > 0 };
}

/** Returns bootstrap means by ranker and metric, all over the same samples of the users. */
function bootstrapMetrics(
  ranks: Readonly<Record<string, Float64Array>>,
  userIndices: Int32Array,
  seed: number,
  tick: () => void,
) {
  const measures = Object.entries(GAINS);
  const columns = Object.values(ranks).flatMap((of) => measures.map(([, gain]) => of.map(gain)));
  const means = bootstrapMeans(columns, seed, tick, userIndices);
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
