import type { Database } from 'better-sqlite3';
import { localTime } from '../../../../shared/domain/time/local-time.ts';
import { type TimeZone, timeZone } from '../../../../shared/domain/time/time-zone.ts';
import { workspaceZone } from '../workspace-settings.ts';
import { eventSummary } from './event-summary.ts';
import { localSql } from './local-sql.ts';
import { DATED_IMPORTS, DAY, eventTimeKinds, firstTime, lastTime } from './times.ts';

/**
 * Returns the zone of the days and hours of events: the workspace's, but UTC if all events have only dates. A date is
 * stored as its midnight in UTC and is the same day in every zone.
 */
export function eventZone(db: Database): TimeZone {
  const kinds = eventTimeKinds(db);
  return kinds.has('date') && !kinds.has('clock') ? timeZone('UTC') : workspaceZone(db);
}

const HOUR = 3_600_000;

/** SQL for the hour of the day of an event `e`, 0 to 23, if its import has times of day. */
export function localHourSql(db: Database): string {
  const hours = `cast(floor(${localTimeSql(db)} / ${HOUR}.0) AS INTEGER)`;
  return `(${hours} % 24 + 24) % 24`;
}

/**
 * SQL for the local time of an event `e`, in milliseconds from 1970-01-01T00:00 on the clock of its zone; for a date,
 * its time.
 */
export function localTimeSql(db: Database): string {
  const { first, last } = eventSummary(db);
  if (first === null || last === null) return 'e.time';
  const dates = "WHEN e.import IN (SELECT id FROM imports WHERE time_kind = 'date') THEN 0";
  return localSql('e.time', eventZone(db).changes(first, last), eventTimeKinds(db).has('date') ? [dates] : []);
}

/**
 * Returns the first and the last day with an event, in days since 1970-01-01 in the time zone of the events; null if no
 * event has a date.
 */
export function eventDays(db: Database): [first: number | null, last: number | null] {
  const kinds = eventTimeKinds(db);
  if (kinds.has('clock') && kinds.has('date')) {
    const day = `cast(floor(${localTimeSql(db)} / ${DAY}.0) AS INTEGER)`;
    const sql = `SELECT min(${day}), max(${day}) FROM events e WHERE e.import IN (${DATED_IMPORTS})`;
    return db.prepare<[], [number | null, number | null]>(sql).raw().get() ?? [null, null];
  }
  const zone = eventZone(db);
  const dayOf = (time: number | null) => (time === null ? null : Math.floor(localTime(zone, time) / DAY));
  return [dayOf(firstTime(db)), dayOf(lastTime(db))];
}
