import type { Evaluation } from '../../../../shared/contract/train.ts';

/** How a run's NDCG@10 stands to popularity's. */
export interface Verdict {
  beats: boolean;
  model: number;
  popularity: number;
  /** (model − popularity) / popularity; null where popularity finds nothing at all. */
  gain: number | null;
}

export function verdictOf({ metrics, baselines }: Evaluation): Verdict {
  const model = metrics['ndcg@10'] ?? Number.NaN;
  const popularity = baselines.popularity?.['ndcg@10'] ?? Number.NaN;
  const gain = popularity > 0 ? (model - popularity) / popularity : null;
  return { beats: model > popularity, model, popularity, gain };
}
