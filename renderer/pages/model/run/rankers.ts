import { Baseline, type Evaluation } from '../../../../shared/contract/train.ts';

/** Who ranked: the model or a baseline, with what came of it. */
export interface Ranker {
  name: 'model' | Baseline;
  metrics: Readonly<Record<string, number>>;
  intervals: Readonly<Record<string, { low: number; high: number }>>;
  reach: Evaluation['reach'][string] | null;
}

/** The model, then the baselines, the best first. */
export function rankersOf({ metrics, baselines, intervals, reach }: Evaluation): Ranker[] {
  const ranker = (name: Ranker['name'], of: Ranker['metrics']): Ranker => ({
    name,
    metrics: of,
    intervals: intervals[name] ?? {},
    reach: reach[name] ?? null,
  });
  const rules = Baseline.options.flatMap((name) => (baselines[name] ? [ranker(name, baselines[name])] : []));
  const ndcg = (one: Ranker) => one.metrics['ndcg@10'] ?? 0;
  return [ranker('model', metrics), ...rules.sort((a, b) => ndcg(b) - ndcg(a))];
}
