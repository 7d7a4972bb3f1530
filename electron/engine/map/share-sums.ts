/** Sums per feature and cluster of a number that each user has, such as a share of the user's events. */
export class ShareSums {
  private readonly clusters: number;
  private readonly sums = new Map<number, Float64Array>();
  private readonly squares = new Map<number, number>();

  constructor(clusters: number) {
    this.clusters = clusters;
  }

  add(feature: number, cluster: number, share: number): void {
    const sumsOfFeature = this.sums.get(feature) ?? new Float64Array(this.clusters);
    sumsOfFeature[cluster]! += share;
    this.sums.set(feature, sumsOfFeature);
    this.squares.set(feature, (this.squares.get(feature) ?? 0) + share * share);
  }

  /**
   * Compares a cluster's means with the overall means, for features with a mean of at least `minShare` in the cluster.
   * `z` is the difference divided by the standard error of the mean of a random sample of the cluster's size.
   */
  compareWithOverall(cluster: number, sizes: Int32Array, minShare: number) {
    const users = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes[cluster] === 0) return [];
    return [...this.sums].flatMap(([feature, sums]) => {
      const share = sums[cluster]! / sizes[cluster]!;
      if (share < minShare) return [];
      const overall = sums.reduce((sum, value) => sum + value, 0) / users;
      const variance = Math.max(1e-12, this.squares.get(feature)! / users - overall * overall);
      return [
        {
          feature,
          share,
          overall,
          lift: share / overall,
          z: (share - overall) / Math.sqrt(variance / sizes[cluster]!),
        },
      ];
    });
  }
}
