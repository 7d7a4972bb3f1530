import { Baseline, type Evaluation } from '../../../../shared/contract/train.ts';

/** The model or a baseline, with its results. */
export interface Ranker {
  name: 'model' | Baseline;
  metrics: Readonly<Record<string, number>>;
  intervals: Readonly<Record<string, { low: number; high: number }>>;
  beyondAccuracy: Evaluation['beyondAccuracy'][string] | null;
}

/** Returns the model, then the baselines by descending NDCG@10. */
export function rankersOf({ metrics, baselines, intervals, beyondAccuracy }: Evaluation): Ranker[] {
  const ranker = (name: Ranker['name'], rankerMetrics: Ranker['metrics']): Ranker => ({
    name,
    metrics: rankerMetrics,
    intervals: intervals[name] ?? {},
    beyondAccuracy: beyondAccuracy[name] ?? null,
  });
  const baselineRankers = Baseline.options.flatMap((name) => (baselines[name] ? [ranker(name, baselines[name])] : []));
  const ndcg = (entry: Ranker) => entry.metrics['ndcg@10'] ?? 0;
  return [ranker('model', metrics), ...baselineRankers.sort((a, b) => ndcg(b) - ndcg(a))];
}
