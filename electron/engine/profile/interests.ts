import type { Database } from 'better-sqlite3';
import type { Interest } from '../../../shared/contract/profile.ts';
import { type InterestKind, overallCounts, userCounts } from '../store/events/interest-counts.ts';

/** So many of everyone's events are added to the user's own, so that one event alone is no great interest. */
export const PRIOR = 5;

/**
 * How much more often a user goes to something than everyone does: the share of the user's events in it, drawn towards
 * everyone's share by PRIOR events of everyone's (additive smoothing), over everyone's share.
 */
export function interestLift(events: number, total: number, overallShare: number): number {
  return (events + PRIOR * overallShare) / (total + PRIOR) / overallShare;
}

/** What a user goes to more than everyone does, the greatest lift first. */
export function userInterests(db: Database, user: number, kind: InterestKind, most: number): Interest[] {
  const own = userCounts(db, user, kind);
  const overall = overallCounts(db, kind);
  const total = own.reduce((sum, row) => sum + row.events, 0);
  return own
    .map(({ id, events, ...named }) => {
      const overallShare = (overall.byId.get(id) ?? 0) / overall.total;
      const lift = interestLift(events, total, overallShare);
      return { ...named, events, share: events / total, overallShare, lift };
    })
    .filter(({ lift }) => lift > 1)
    .sort((a, b) => b.lift - a.lift || b.events - a.events)
    .slice(0, most);
}
