import type { Interest } from '../../../../shared/contract/portrait.ts';
import { trendOf } from '../../../../shared/domain/trend.ts';
import type { Codes } from '../../columns/codes.ts';
import type { Columns } from '../../columns/columns.ts';
import type { CodeCounts } from '../../columns/count-codes.ts';
import { isInterest, liftLowerBound, smoothedLift } from './lift-bound.ts';

export type InterestKind = 'category' | 'brand' | 'item';
export const INTEREST_KINDS: readonly InterestKind[] = ['category', 'brand', 'item'];

/** An interest by its id. */
export type CodedInterest = Omit<Interest, 'name' | 'title' | 'titleEn'> & { readonly id: number };

interface InterestSources {
  readonly columns: Columns;
  /** Counts of all events. */
  counts(kind: InterestKind): CodeCounts;
}

/**
 * Returns the interests of the user of a row, the highest lower bound of the lift first: what at least three of the events
 * have, with a lower bound above 1. Events without a category, brand or item do not count for these.
 */
export function interestsOf(shop: InterestSources, row: number, kind: InterestKind): CodedInterest[] {
  const { columns } = shop;
  const { offsets } = columns.events;
  const codes = knownCodes(columns.events[kind], offsets[row]!, offsets[row + 1]!);
  const { counts, total: overallTotal } = shop.counts(kind);
  const total = codes.length;
  const middle = total >> 1;
  const recentOf = new Map<number, { earlier: number; recent: number }>();
  codes.forEach((id, i) => {
    const count = recentOf.get(id) ?? { earlier: 0, recent: 0 };
    if (i < middle) count.earlier++;
    else count.recent++;
    recentOf.set(id, count);
  });
  return [...recentOf]
    .map(([id, { earlier, recent }]): CodedInterest => {
      const events = earlier + recent;
      const overallShare = counts[id]! / overallTotal;
      const lift = smoothedLift(events, total, overallShare);
      const low = liftLowerBound(events, total, overallShare);
      const trend = trendOf({ events: earlier, total: middle }, { events: recent, total: total - middle });
      return { id, events, earlier, recent, share: events / total, overallShare, lift, low, trend };
    })
    .filter(({ events, low }) => isInterest(events, low))
    .sort((a, b) => b.low - a.low || a.id - b.id);
}

function knownCodes(codes: Codes, from: number, to: number): number[] {
  return Array.from(codes.subarray(from, to)).filter((code) => code !== 0);
}
