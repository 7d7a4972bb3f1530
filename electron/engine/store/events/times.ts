import type { Database } from 'better-sqlite3';

export const DAY = 86_400_000;

/** Whether any import has times that are dates; where none has, events are known in their order only. */
export function hasTimes(db: Database): boolean {
  return (
    db.prepare("SELECT 1 FROM imports WHERE kind = 'events' AND time_kind IN ('clock', 'date')").get() !== undefined
  );
}

/** Whether some imports have dates and others an order only, so that not every event's time is one. */
export function hasMixedTimes(db: Database): boolean {
  const undated = "SELECT 1 FROM imports WHERE kind = 'events' AND time_kind NOT IN ('clock', 'date')";
  return hasTimes(db) && db.prepare(undated).get() !== undefined;
}

/** The time of the workspace's last event, in milliseconds since the epoch; null where no event has a date. One seek a user. */
export function lastTime(db: Database): number | null {
  if (!hasTimes(db)) return null;
  const last = 'SELECT max((SELECT max(e.time) FROM events e WHERE e.user = u.id)) FROM users u';
  return db.prepare<[], number | null>(last).pluck().get() ?? null;
}
