const CUTS = [5, 10, 20] as const;

/**
 * What one rank is worth by each measure, in [0, 1]: recall@k (the same as the hit rate), NDCG@k (Järvelin and Kekäläinen,
 * 2002; 1 / log2(1 + rank) where the rank is at most k) and MRR, where there is one right answer.
 */
export const GAINS: Readonly<Record<string, (rank: number) => number>> = {
  ...Object.fromEntries(
    CUTS.flatMap((k) => [
      [`recall@${k}`, (rank: number) => (rank <= k ? 1 : 0)],
      [`ndcg@${k}`, (rank: number) => (rank <= k ? 1 / Math.log2(1 + rank) : 0)],
    ]),
  ),
  mrr: (rank) => 1 / rank,
};

/** Mean of each measure over ranks, one right answer each; 0 of no ranks. */
export function rankingMetrics(ranks: ArrayLike<number>): Record<string, number> {
  const mean = (gain: (rank: number) => number) => {
    let sum = 0;
    for (let i = 0; i < ranks.length; i++) sum += gain(ranks[i]!);
    return ranks.length > 0 ? sum / ranks.length : 0;
  };
  return Object.fromEntries(Object.entries(GAINS).map(([name, gain]) => [name, mean(gain)]));
}
