import { Baseline, type Evaluation } from '../../../../shared/contract/train.ts';

/** A ranker with its metrics: the model, a baseline or the blend of both. */
export interface Ranker {
  name: 'model' | 'blend' | Baseline;
  metrics: Readonly<Record<string, number>>;
  intervals: Readonly<Record<string, { low: number; high: number }>>;
  beyondAccuracy: Evaluation['beyondAccuracy'][string] | null;
}

/** Returns the model, the blend, then the baselines by descending NDCG@10. */
export function rankersOf({ metrics, baselines, blend, intervals, beyondAccuracy }: Evaluation): Ranker[] {
  const ranker = (name: Ranker['name'], rankerMetrics: Ranker['metrics']): Ranker => ({
    name,
    metrics: rankerMetrics,
    intervals: intervals[name] ?? {},
    beyondAccuracy: beyondAccuracy[name] ?? null,
  });
  const baselineRankers = Baseline.options.flatMap((name) => (baselines[name] ? [ranker(name, baselines[name])] : []));
  const ndcg = (entry: Ranker) => entry.metrics['ndcg@10'] ?? 0;
  return [
    ranker('model', metrics),
    ...(blend ? [ranker('blend', blend.metrics)] : []),
    ...baselineRankers.sort((a, b) => ndcg(b) - ndcg(a)),
  ];
}
