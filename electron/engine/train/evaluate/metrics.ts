const CUTS = [5, 10, 20] as const;

/**
 * Ranking metrics over users with one right answer each: recall@k (the same as the hit rate), NDCG@k (Järvelin and
 * Kekäläinen, 2002; 1 / log2(1 + rank) where the rank is at most k) and MRR, all in [0, 1].
 */
export function rankingMetrics(ranks: ArrayLike<number>): Record<string, number> {
  const metrics: Record<string, number> = {};
  const mean = (gain: (rank: number) => number) => {
    let sum = 0;
    for (let i = 0; i < ranks.length; i++) sum += gain(ranks[i]!);
    return ranks.length > 0 ? sum / ranks.length : 0;
  };
  for (const k of CUTS) {
    metrics[`recall@${k}`] = mean((rank) => (rank <= k ? 1 : 0));
    metrics[`ndcg@${k}`] = mean((rank) => (rank <= k ? 1 / Math.log2(1 + rank) : 0));
  }
  metrics.mrr = mean((rank) => 1 / rank);
  return metrics;
}
