import type { Database } from 'better-sqlite3';

export interface UserFeatures {
  readonly user: number;
  readonly events: number;
  /** Number of events by id; events without a category or brand are not counted there. */
  readonly categories: ReadonlyMap<number, number>;
  readonly brands: ReadonlyMap<number, number>;
  readonly actions: ReadonlyMap<number, number>;
}

/** Yields each user's event counts by category, brand and action, in one scan of the clustered table. */
export function* userFeatures(db: Database): Generator<UserFeatures> {
  const rows = db
    .prepare<[], [number, number, number, number]>(
      `SELECT e.user, coalesce(e.category, i.category, 0), coalesce(e.brand, i.brand, 0), e.action
       FROM events e LEFT JOIN items i ON i.id = e.item ORDER BY e.user`,
    )
    .raw()
    .iterate();
  let current = emptyFeatures(-1);
  for (const [user, category, brand, action] of rows) {
    if (user !== current.user) {
      if (current.events > 0) yield current;
      current = emptyFeatures(user);
    }
    current.events++;
    increment(current.categories, category);
    increment(current.brands, brand);
    increment(current.actions, action);
  }
  if (current.events > 0) yield current;
}

function emptyFeatures(user: number) {
  const map = () => new Map<number, number>();
  return { user, events: 0, categories: map(), brands: map(), actions: map() };
}

function increment(counts: Map<number, number>, id: number): void {
  if (id !== 0) counts.set(id, (counts.get(id) ?? 0) + 1);
}
