import type { Spread } from '../../../../shared/contract/import-report.ts';

/** Collects positive integers, such as the number of events of each user, and describes their distribution. */
export class SpreadOfCounts {
  /** Frequency of each number. */
  private readonly frequencies = new Map<number, number>();

  add(n: number): void {
    this.frequencies.set(n, (this.frequencies.get(n) ?? 0) + 1);
  }

  /**
   * Returns the distribution; null if no number was added. A percentile is the smallest added number that at least this
   * percentage of the numbers do not exceed.
   */
  spread(): Spread | null {
    const ascending = [...this.frequencies].sort(([a], [b]) => a - b);
    if (ascending.length === 0) return null;
    const count = ascending.reduce((sum, [, times]) => sum + times, 0);
    const total = ascending.reduce((sum, [n, times]) => sum + n * times, 0);
    const quantile = (percent: number) => {
      let remaining = Math.ceil((percent * count) / 100);
      for (const [n, times] of ascending) {
        remaining -= times;
        if (remaining <= 0) return n;
      }
      return 0;
    };
    const bins = new Map<number, number>();
    for (const [n, times] of ascending) {
      const power = Math.floor(Math.log2(n));
      bins.set(power, (bins.get(power) ?? 0) + times);
    }
    return {
      ...{ count, mean: total / count, median: quantile(50), p90: quantile(90), p99: quantile(99) },
      max: ascending.at(-1)?.[0] ?? 0,
      bins: [...bins].map(([power, inBin]) => ({ from: 2 ** power, to: 2 ** (power + 1) - 1, count: inBin })),
    };
  }
}
