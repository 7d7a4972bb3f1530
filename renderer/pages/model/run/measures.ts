import type { Evaluation } from '../../../../shared/contract/train.ts';

export interface Row {
  name: string;
  title: string;
  family: 'recall' | 'ndcg' | 'mrr';
  /** How many of the first places count; 0 where all do. */
  k: number;
  model: number;
  popularity: number;
}

const TITLES = { recall: 'Recall', ndcg: 'NDCG', mrr: 'MRR' };

const isFamily = (name: string): name is Row['family'] => Object.hasOwn(TITLES, name);

/** An evaluation's measures as rows, `recall@10` as Recall@10; measures of unknown kind are left out. */
export function measures({ metrics, baselines }: Evaluation): Row[] {
  return Object.entries(metrics).flatMap(([name, model]) => {
    const [family = '', k] = name.split('@');
    if (!isFamily(family)) return [];
    const title = k === undefined ? TITLES[family] : `${TITLES[family]}@${k}`;
    return [{ name, title, family, k: Number(k ?? 0), model, popularity: baselines.popularity?.[name] ?? Number.NaN }];
  });
}
