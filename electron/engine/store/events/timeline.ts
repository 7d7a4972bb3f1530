import type { Database } from 'better-sqlite3';
import type { TimelineEvent, TimelineFilter } from '../../../../shared/contract/profile.ts';
import { localTimeSql } from './event-zone.ts';
import { MONEY } from './measures.ts';

/** SQL condition of each part of a filter, with a placeholder for the value. */
const CONDITIONS: Readonly<Record<keyof TimelineFilter, string>> = {
  action: 'a.name = ?',
  category: 'c.name = ?',
  brand: 'b.name = ?',
  item: 'i.name = ?',
  text: `instr(lower(concat_ws(char(10), e.text, i.title, i.title_en, i.name, c.name, b.name)), lower(?)) > 0`,
};
const PARTS = Object.keys(CONDITIONS) as (keyof TimelineFilter)[];

/**
 * Returns a page of a user’s events, latest first, with names instead of ids, and the number of events that match the
 * filter.
 */
export function timeline(
  db: Database,
  user: number,
  { offset, limit, filter = {} }: { readonly offset: number; readonly limit: number; readonly filter?: TimelineFilter },
): { total: number; events: TimelineEvent[] } {
  const parts = PARTS.filter((part) => filter[part] !== undefined);
  const parameters = [user, ...parts.map((part) => filter[part]!)];
  const from = `FROM events e JOIN actions a ON a.id = e.action JOIN imports m ON m.id = e.import
    LEFT JOIN items i ON i.id = e.item
    LEFT JOIN categories c ON c.id = coalesce(e.category, i.category)
    LEFT JOIN brands b ON b.id = coalesce(e.brand, i.brand)
    WHERE ${['e.user = ?', ...parts.map((part) => CONDITIONS[part])].join(' AND ')}`;
  const count = parts.length === 0 ? 'SELECT count(*) FROM events WHERE user = ?' : `SELECT count(*) ${from}`;
  const total =
    db
      .prepare<(string | number)[], number>(count)
      .pluck()
      .get(...parameters) ?? 0;
  const events = db
    .prepare<(string | number)[], Omit<TimelineEvent, 'clock'> & { clock: number }>(
      `SELECT CASE WHEN m.time_kind IN ('clock', 'date') THEN e.time END time, m.time_kind = 'clock' clock, e.session, a.name action, i.name item, i.title,
              i.title_en titleEn, c.name category, b.name brand, coalesce(e.price, i.price) price, ${MONEY} amount, e.text, e.rating
       ${from} ORDER BY e.time DESC, e.seq DESC LIMIT ? OFFSET ?`,
    )
    .all(...parameters, limit, offset)
    .map((event): TimelineEvent => ({ ...event, clock: event.clock === 1 }));
  return { total, events };
}

/**
 * Number of events by hour of the week in the workspace's zone (Monday 00:00 first), 168 counts; empty if the user's times
 * have no time of day.
 */
export function hoursOfWeek(db: Database, user: number): Int32Array {
  const local = localSecondsSql(db);
  const rows = db
    .prepare<[number], [number, number]>(
      `SELECT ((strftime('%w', ${local}, 'unixepoch') + 6) % 7) * 24 + cast(strftime('%H', ${local}, 'unixepoch') AS INTEGER), count(*)
       FROM events e JOIN imports m ON m.id = e.import WHERE e.user = ? AND m.time_kind = 'clock' GROUP BY 1`,
    )
    .raw()
    .all(user);
  const hours = new Int32Array(rows.length > 0 ? 168 : 0);
  for (const [hour, events] of rows) hours[hour] = events;
  return hours;
}

/** Months with events in the workspace's zone, ascending, as `YYYY-MM`. */
export function eventsByMonth(db: Database, user: number): { month: string; events: number }[] {
  return db
    .prepare<[number], { month: string; events: number }>(
      `SELECT strftime('%Y-%m', ${localSecondsSql(db)}, 'unixepoch') month, count(*) events FROM events e JOIN imports m ON m.id = e.import
       WHERE e.user = ? AND m.time_kind IN ('clock', 'date') GROUP BY 1 ORDER BY 1`,
    )
    .all(user);
}

const localSecondsSql = (db: Database) => `floor(${localTimeSql(db)} / 1000.0)`;
