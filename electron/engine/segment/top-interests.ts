import type { Database } from 'better-sqlite3';
import { interestLift } from '../profile/interests.ts';
import { categoryCounts } from '../store/events/category-counts.ts';
import { nameOf } from '../store/names/name-lookup.ts';

/** The categories that each user goes to more than everyone does, the greatest lift first. Users without any are not in it. */
export function topInterests(db: Database, most: number): Map<number, string[]> {
  const counts = [...categoryCounts(db)];
  const shares = new Map<number, number>();
  const totals = new Map<number, number>();
  for (const { user, category, events } of counts) {
    shares.set(category, (shares.get(category) ?? 0) + events);
    totals.set(user, (totals.get(user) ?? 0) + events);
  }
  const all = [...shares.values()].reduce((sum, events) => sum + events, 0);
  const names = new Map([...shares.keys()].map((category) => [category, nameOf(db, 'categories', category)]));
  const ranked = new Map<number, { name: string; lift: number }[]>();
  for (const { user, category, events } of counts) {
    const share = shares.get(category)! / all;
    const lift = interestLift(events, totals.get(user)!, share);
    if (lift <= 1) continue;
    const of = ranked.get(user) ?? [];
    of.push({ name: names.get(category) ?? '', lift });
    ranked.set(user, of);
  }
  const top = (of: { name: string; lift: number }[]) => of.sort((a, b) => b.lift - a.lift).slice(0, most);
  return new Map([...ranked].map(([user, of]) => [user, top(of).map(({ name }) => name)]));
}
