import type { Evaluation } from '../../../../shared/contract/train.ts';

export interface Measure {
  /** As in an evaluation: `recall@10`. */
  name: string;
  /** As it is written: Recall@10. */
  title: string;
  family: 'recall' | 'ndcg' | 'mrr';
  /** How many of the first places count; 0 where all do. */
  k: number;
}

const TITLES = { recall: 'Recall', ndcg: 'NDCG', mrr: 'MRR' };

const isFamily = (name: string): name is Measure['family'] => Object.hasOwn(TITLES, name);

/** The measures of an evaluation; those of unknown kind are left out. */
export function measuresOf({ metrics }: Pick<Evaluation, 'metrics'>): Measure[] {
  return Object.keys(metrics).flatMap((name) => {
    const [family = '', k] = name.split('@');
    if (!isFamily(family)) return [];
    return [{ name, title: k === undefined ? TITLES[family] : `${TITLES[family]}@${k}`, family, k: Number(k ?? 0) }];
  });
}
