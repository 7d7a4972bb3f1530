import type { Database } from 'better-sqlite3';
import { localTimeSql } from './event-zone.ts';
import { DATED_IMPORTS } from './times.ts';

const DAY = 86_400_000;

export interface Activity {
  days: Int32Array;
  actions: string[];
  counts: Int32Array;
}

/**
 * Number of events per day, in the zone of the events, and action, from imports whose times are dates; actions in descending order of their
 * number of events.
 */
export function dailyActivity(db: Database): Activity {
  const rows = db
    .prepare<[], { day: number; action: string; events: number }>(
      `SELECT cast(floor(${localTimeSql(db)} / ${DAY}.0) AS INTEGER) day, a.name action, count(*) events FROM events e JOIN actions a ON a.id = e.action
       WHERE e.import IN (${DATED_IMPORTS}) GROUP BY day, a.id ORDER BY day`,
    )
    .all();
  const days = [...new Set(rows.map((row) => row.day))];
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(row.action, (totals.get(row.action) ?? 0) + row.events);
  const actions = [...totals.keys()].sort((a, b) => totals.get(b)! - totals.get(a)!);
  const dayIndex = new Map(days.map((day, d) => [day, d]));
  const actionIndex = new Map(actions.map((action, a) => [action, a]));
  const counts = new Int32Array(days.length * actions.length);
  for (const row of rows) counts[actionIndex.get(row.action)! * days.length + dayIndex.get(row.day)!] = row.events;
  return { days: Int32Array.from(days), actions, counts };
}
