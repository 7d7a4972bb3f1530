import type { Database } from 'better-sqlite3';
import type { TimeKind } from '../../../../shared/contract/import-file.ts';

export const DAY = 86_400_000;

/** SQL for the ids of the imports whose times are dates. */
export const DATED_IMPORTS = "SELECT id FROM imports WHERE time_kind IN ('clock', 'date')";

/** SQL for the ids of the imports whose times have a time of day. */
export const CLOCK_IMPORTS = "SELECT id FROM imports WHERE time_kind = 'clock'";

/** Returns the time kinds of the imports of events. */
export function eventTimeKinds(db: Database): ReadonlySet<TimeKind> {
  const sql = "SELECT DISTINCT time_kind FROM imports WHERE kind = 'events'";
  return new Set(db.prepare<[], TimeKind>(sql).pluck().all());
}

const isDated = (kind: TimeKind) => kind === 'clock' || kind === 'date';

/** Whether any import of events has dated times; if none has, only the order of events is known. */
export function hasTimes(db: Database): boolean {
  return [...eventTimeKinds(db)].some(isDated);
}

/** Whether some imports have dates and others only an order, so not every event's time is a date. */
export function hasMixedTimes(db: Database): boolean {
  return hasTimes(db) && ![...eventTimeKinds(db)].every(isDated);
}

/** Returns the time of the workspace's first event, in milliseconds since the epoch; null if no import is dated. */
export const firstTime = (db: Database): number | null => extremeTime(db, 'min');

/** Returns the time of the workspace's last event, in milliseconds since the epoch; null if no import is dated. */
export const lastTime = (db: Database): number | null => extremeTime(db, 'max');

/** Costs one index seek per user. */
function extremeTime(db: Database, extreme: 'min' | 'max'): number | null {
  if (!hasTimes(db)) return null;
  const dated = hasMixedTimes(db) ? `AND e.import IN (${DATED_IMPORTS})` : '';
  const ofUser = `SELECT ${extreme}(e.time) FROM events e WHERE e.user = u.id ${dated}`;
  return db.prepare<[], number | null>(`SELECT ${extreme}((${ofUser})) FROM users u`).pluck().get() ?? null;
}
