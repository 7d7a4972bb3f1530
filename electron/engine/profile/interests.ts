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

/** Quantile of the standard normal distribution at 95 %. */
const Z = 1.645;

/**
 * Lower bound of an interest's lift, by which interests are ranked: the 5 % quantile of its posterior distribution, as
 * in DuMouchel, "Bayesian data mining in large frequency tables" (1999). With the events as Poisson counts, the
 * posterior is a gamma distribution with a shape of the events plus the pseudo-events; its quantile is approximated as
 * in Wilson and Hilferty, "The distribution of chi-square" (1931). One event with a rare item has a high lift and a low
 * bound.
 */
export function interestLowerBound(events: number, total: number, overallShare: number): number {
  const shape = events + PRIOR * overallShare;
  const root = 1 - 1 / (9 * shape) - Z / (3 * Math.sqrt(shape));
  return Math.max(0, shape * root ** 3) / ((total + PRIOR) * overallShare);
}

/** Returns a user's interests with a lift above 1, the highest lower bound first. */
export function userInterests(db: Database, user: number, kind: InterestKind, limit: number): Interest[] {
  const userRows = userCounts(db, user, kind);
  const overall = overallCounts(db, kind);
  const total = userRows.reduce((sum, row) => sum + row.events, 0);
  return userRows
    .map(({ id, events, ...names }) => {
      const overallShare = (overall.byId.get(id) ?? 0) / overall.total;
      const lift = interestLift(events, total, overallShare);
      const bound = interestLowerBound(events, total, overallShare);
      return { interest: { ...names, events, share: events / total, overallShare, lift }, bound };
    })
    .filter(({ interest }) => interest.lift > 1)
    .sort((a, b) => b.bound - a.bound || b.interest.lift - a.interest.lift)
    .slice(0, limit)
    .map(({ interest }) => interest);
}
