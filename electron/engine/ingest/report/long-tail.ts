import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import { SpreadOfCounts } from './spread.ts';

const PARTS = 50;

/**
 * Describes how unevenly events are distributed over items, from the number of events of each item; null if there are
 * none.
 */
export function longTail(counts: Uint32Array): QualityReport['items'] {
  const descending = Float64Array.from(
    counts
      .filter((n) => n > 0)
      .sort()
      .reverse(),
  );
  const perItem = new SpreadOfCounts();
  for (const n of descending) perItem.add(n);
  const spread = perItem.spread();
  return spread && { spread, ...concentration(descending) };
}

/**
 * Shares of the top items, the Gini coefficient (the mean difference of two items over twice the mean) and the
 * concentration curve of counts in descending order, which must not be empty.
 */
export function concentration(descending: Float64Array): {
  top1: number;
  top10: number;
  gini: number;
  curve: number[];
} {
  const items = descending.length;
  const total = descending.reduce((sum, n) => sum + n, 0);
  const cumulative = new Float64Array(items + 1);
  let weighted = 0;
  for (let i = 0; i < items; i++) {
    cumulative[i + 1] = cumulative[i]! + descending[i]!;
    weighted += (items - i) * descending[i]!;
  }
  const share = (fraction: number) => cumulative[Math.min(items, Math.ceil(fraction * items))]! / total;
  return {
    top1: share(0.01),
    top10: share(0.1),
    gini: (2 * weighted) / (items * total) - (items + 1) / items,
    curve: Array.from({ length: PARTS }, (_, k) => share((k + 1) / PARTS)),
  };
}
