import type { Interest } from '../../../../shared/contract/portrait.ts';
import { trendOf } from '../../../../shared/domain/trend.ts';
import type { Codes } from '../../columns/codes.ts';
import type { Columns } from '../../columns/columns.ts';
import type { CodeCounts } from '../../columns/count-codes.ts';
import { isInterest, liftLowerBound, smoothedLift } from './lift-bound.ts';

export type InterestKind = 'category' | 'brand' | 'item';
export const INTEREST_KINDS: readonly InterestKind[] = ['category', 'brand', 'item'];

/** An interest with an id instead of a name and titles. */
export type CodedInterest = Omit<Interest, 'name' | 'title' | 'titleEn'> & { readonly id: number };

interface InterestSources {
  readonly columns: Columns;
  /** Counts of all events. */
  counts(kind: InterestKind): CodeCounts;
}

/**
 * Returns the interests of the user in a row, by descending lower bound of the lift. An interest has at least three
 * events and a lower bound above 1. Events without a value of this kind are ignored.
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
