import type { Evaluation } from '../../../../shared/contract/train.ts';

export interface RankingMetric {
  /** Key in an evaluation, such as `recall@10`. */
  name: string;
  /** Display name, such as Recall@10. */
  title: string;
  family: 'recall' | 'ndcg' | 'mrr';
  /** Cut-off rank k; 0 if the metric has none. */
  k: number;
}

const TITLES = { recall: 'Recall', ndcg: 'NDCG', mrr: 'MRR' };

const isFamily = (name: string): name is RankingMetric['family'] => Object.hasOwn(TITLES, name);

/** Returns the metrics of an evaluation; skips unknown ones. */
export function rankingMetrics({ metrics }: Pick<Evaluation, 'metrics'>): RankingMetric[] {
  return Object.keys(metrics).flatMap((name) => {
    const [family = '', k] = name.split('@');
    if (!isFamily(family)) return [];
    return [{ name, title: k === undefined ? TITLES[family] : `${TITLES[family]}@${k}`, family, k: Number(k ?? 0) }];
  });
}
