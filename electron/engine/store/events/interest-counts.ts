import type { Database } from 'better-sqlite3';
import { importState } from '../names/name-lookup.ts';

export type InterestKind = 'category' | 'brand' | 'item';

const COLUMN: Record<InterestKind, string> = {
  category: 'coalesce(e.category, i.category)',
  brand: 'coalesce(e.brand, i.brand)',
  item: 'e.item',
};
const TABLE: Record<InterestKind, string> = { category: 'categories', brand: 'brands', item: 'items' };

export interface InterestCount {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly events: number;
}

/** A user's event counts by category, brand or item; events without one are not counted. */
export function userCounts(db: Database, user: number, kind: InterestKind): InterestCount[] {
  const titles = kind === 'item' ? 'n.title, n.title_en titleEn' : 'NULL title, NULL titleEn';
  return db
    .prepare<[number], InterestCount>(
      `SELECT n.id, n.name, ${titles}, count(*) events FROM events e LEFT JOIN items i ON i.id = e.item
       JOIN ${TABLE[kind]} n ON n.id = ${COLUMN[kind]} WHERE e.user = ? GROUP BY n.id ORDER BY events DESC, n.id`,
    )
    .all(user);
}

interface OverallCounts {
  readonly total: number;
  readonly byId: ReadonlyMap<number, number>;
}

const overallCache = new WeakMap<Database, { state: string; counts: Map<InterestKind, OverallCounts> }>();

/** Event counts of all users by category, brand or item, cached until the next import. */
export function overallCounts(db: Database, kind: InterestKind): OverallCounts {
  const state = importState(db);
  let cacheEntry = overallCache.get(db);
  if (cacheEntry?.state !== state) {
    cacheEntry = { state, counts: new Map() };
    overallCache.set(db, cacheEntry);
  }
  const kindCounts = cacheEntry.counts.get(kind) ?? countAll(db, kind);
  cacheEntry.counts.set(kind, kindCounts);
  return kindCounts;
}

function countAll(db: Database, kind: InterestKind): OverallCounts {
  const sql = `SELECT ${COLUMN[kind]} id, count(*) events FROM events e LEFT JOIN items i ON i.id = e.item GROUP BY 1 HAVING id IS NOT NULL`;
  const byId = new Map(db.prepare<[], [number, number]>(sql).raw().all());
  return { byId, total: [...byId.values()].reduce((sum, events) => sum + events, 0) };
}
