import type { Database } from 'better-sqlite3';

export const DAY = 86_400_000;

/** Whether any import of events has dated times; if none has, only the order of events is known. */
export function hasTimes(db: Database): boolean {
  return (
    db.prepare("SELECT 1 FROM imports WHERE kind = 'events' AND time_kind IN ('clock', 'date')").get() !== undefined
  );
}

/** Whether some imports have dates and others only an order, so not every event's time is a date. */
export function hasMixedTimes(db: Database): boolean {
  const undated = "SELECT 1 FROM imports WHERE kind = 'events' AND time_kind NOT IN ('clock', 'date')";
  return hasTimes(db) && db.prepare(undated).get() !== undefined;
}

/**
 * Time of the workspace's last event, in milliseconds since the epoch; null if no import is dated. One index seek per
 * user.
 */
export function lastTime(db: Database): number | null {
  if (!hasTimes(db)) return null;
  const last = 'SELECT max((SELECT max(e.time) FROM events e WHERE e.user = u.id)) FROM users u';
  return db.prepare<[], number | null>(last).pluck().get() ?? null;
}
