import type { BlendEvaluation, Evaluation } from '../../../shared/contract/train.ts';
import { GAINS, rankingMetrics } from '../train/rank/metrics.ts';
import { bootstrapMeans, middle95 } from './bootstrap.ts';

/** Metric by which model and baselines are compared. */
const MAIN_METRIC = 'ndcg@10';
/** Minimum number of users for a reliable bootstrap. */
const MIN_USERS = 20;

type RankEvaluation = Pick<
  Evaluation,
  'metrics' | 'baselines' | 'intervals' | 'bestBaseline' | 'difference' | 'beatsBaselines'
> & {
  readonly better: 'clearly' | 'maybe' | 'no';
  /** Null if `ranks` has no blend. */
  readonly blend: Omit<BlendEvaluation, 'levels'> | null;
};

/**
 * Returns the metrics of each ranker by name, and whether the model beats the best baseline. `ranks` contains the rank
 * of each test case, `userIndices` the index of its user.
 */
export function evaluateRanks(
  ranks: Readonly<Record<string, Float64Array>>,
  userIndices: Int32Array,
  seed: number,
  tick: () => void,
): RankEvaluation {
  const { blend: blendMetrics, ...rankers } = mapValues(ranks, rankingMetrics);
  const { model: metrics = {}, ...baselines } = rankers;
  const bestBaseline = bestOf(baselines);
  const samples = bootstrapMetrics(ranks, userIndices, seed, tick);
  const intervals = mapValues(samples, (measures) => mapValues(measures, middle95));
  const differenceOf = (name: string, other: string) => ({
    value: rankingMetrics(ranks[name]!)[MAIN_METRIC]! - rankers[other]![MAIN_METRIC]!,
    ...middle95(samples[name]![MAIN_METRIC]!.map((mean, i) => mean - samples[other]![MAIN_METRIC]![i]!)),
  });
  const difference = differenceOf('model', bestBaseline);
  const reliable = new Set(userIndices).size >= MIN_USERS;
  const better = difference.low > 0 && reliable ? 'clearly' : difference.value > 0 ? 'maybe' : 'no';
  const bestRanker = bestOf(rankers);
  return {
    metrics,
    baselines,
    intervals,
    bestBaseline,
    difference,
    better,
    beatsBaselines: difference.value > 0,
    blend: blendMetrics ? { metrics: blendMetrics, bestRanker, difference: differenceOf('blend', bestRanker) } : null,
  };
}

/** Returns the name of the ranker with the highest NDCG@10. */
function bestOf(metrics: Readonly<Record<string, Record<string, number>>>): string {
  return Object.keys(metrics).reduce((best, name) =>
    metrics[name]![MAIN_METRIC]! > metrics[best]![MAIN_METRIC]! ? name : best,
  );
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
