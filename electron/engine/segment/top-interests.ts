import type { Database } from 'better-sqlite3';
import { isInterest, liftLowerBound } from '../profile/portrait/lift-bound.ts';
import { categoryCounts } from '../store/events/category-counts.ts';
import { nameOf } from '../store/names/name-lookup.ts';

/**
 * Returns the names of each user’s interests in categories, by descending lower bound of the lift. Users without
 * interests are omitted.
 */
export function topInterests(db: Database, limit: number): Map<number, string[]> {
  const counts = [...categoryCounts(db)];
  const shares = new Map<number, number>();
  const totals = new Map<number, number>();
  for (const { user, category, events } of counts) {
    shares.set(category, (shares.get(category) ?? 0) + events);
    totals.set(user, (totals.get(user) ?? 0) + events);
  }
  const totalEvents = [...shares.values()].reduce((sum, events) => sum + events, 0);
  const names = new Map([...shares.keys()].map((category) => [category, nameOf(db, 'categories', category)]));
  const ranked = new Map<number, { name: string; bound: number }[]>();
  for (const { user, category, events } of counts) {
    const share = shares.get(category)! / totalEvents;
    const total = totals.get(user)!;
    const bound = liftLowerBound(events, total, share);
    if (!isInterest(events, bound)) continue;
    const interests = ranked.get(user) ?? [];
    interests.push({ name: names.get(category) ?? '', bound });
    ranked.set(user, interests);
  }
  const top = (interests: { name: string; bound: number }[]) =>
    interests.sort((a, b) => b.bound - a.bound).slice(0, limit);
  return new Map([...ranked].map(([user, interests]) => [user, top(interests).map(({ name }) => name)]));
}
