const CUTOFFS = [5, 10, 20] as const;

/**
 * Value of a rank by each metric, in [0, 1], with one relevant item per test case: recall@k (equal to the hit rate),
 * NDCG@k (Järvelin and Kekäläinen, 2002; 1 / log2(1 + rank) if the rank is at most k) and MRR.
 */
export const GAINS: Readonly<Record<string, (rank: number) => number>> = {
  ...Object.fromEntries(
    CUTOFFS.flatMap((k) => [
      [`recall@${k}`, (rank: number) => (rank <= k ? 1 : 0)],
      [`ndcg@${k}`, (rank: number) => (rank <= k ? 1 / Math.log2(1 + rank) : 0)],
    ]),
  ),
  mrr: (rank) => 1 / rank,
};

/** Returns the mean of each metric over ranks; 0 if there are none. */
export function rankingMetrics(ranks: ArrayLike<number>): Record<string, number> {
  const mean = (gain: (rank: number) => number) => {
    let sum = 0;
    for (let i = 0; i < ranks.length; i++) sum += gain(ranks[i]!);
    return ranks.length > 0 ? sum / ranks.length : 0;
  };
  return Object.fromEntries(Object.entries(GAINS).map(([name, gain]) => [name, mean(gain)]));
}
