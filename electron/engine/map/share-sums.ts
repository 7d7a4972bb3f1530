/** Sums, by cluster, of a number that each user has for a feature, such as the share of the user's events. */
export class ShareSums {
  private readonly clusters: number;
  private readonly sums = new Map<number, Float64Array>();
  private readonly squares = new Map<number, number>();

  constructor(clusters: number) {
    this.clusters = clusters;
  }

  add(feature: number, cluster: number, share: number): void {
    const known = this.sums.get(feature) ?? new Float64Array(this.clusters);
    known[cluster]! += share;
    this.sums.set(feature, known);
    this.squares.set(feature, (this.squares.get(feature) ?? 0) + share * share);
  }

  /**
   * Means of a cluster against everyone's, features that the cluster has at least `least` of. `z` is the difference over the
   * standard error of a mean of as many users drawn from everyone.
   */
  compare(cluster: number, sizes: Int32Array, least: number) {
    const users = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes[cluster] === 0) return [];
    return [...this.sums].flatMap(([feature, sums]) => {
      const share = sums[cluster]! / sizes[cluster]!;
      if (share < least) return [];
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
