import type { Database } from 'better-sqlite3';
import type { Interest } from '../../../shared/contract/profile.ts';
import { type InterestKind, overallCounts, userCounts } from '../store/events/interest-counts.ts';

/**
 * Number of pseudo-events, distributed as all users' events are, that smooth a user's shares, so that a single event is
 * no strong interest.
 */
export const PRIOR = 5;

/**
 * Lift of an interest: the share of the user's events in it, smoothed towards the overall share by PRIOR pseudo-events
 * (additive smoothing), divided by the overall share.
 */
export function interestLift(events: number, total: number, overallShare: number): number {
  return (events + PRIOR * overallShare) / (total + PRIOR) / overallShare;
}

/** Returns a user's interests with a lift above 1, highest lift first. */
export function userInterests(db: Database, user: number, kind: InterestKind, limit: number): Interest[] {
  const userRows = userCounts(db, user, kind);
  const overall = overallCounts(db, kind);
  const total = userRows.reduce((sum, row) => sum + row.events, 0);
  return userRows
    .map(({ id, events, ...names }) => {
      const overallShare = (overall.byId.get(id) ?? 0) / overall.total;
      const lift = interestLift(events, total, overallShare);
      return { ...names, events, share: events / total, overallShare, lift };
    })
    .filter(({ lift }) => lift > 1)
    .sort((a, b) => b.lift - a.lift || b.events - a.events)
    .slice(0, limit);
}
