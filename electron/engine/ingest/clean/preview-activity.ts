import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { DAY, MINUTE } from './bots.ts';

/** Idle times after which a session may end, in minutes. */
export const IDLE_MINUTES = [5, 15, 30, 60, 120];

/**
 * Rates that no person sustains: an event per second for a minute, an event every twenty seconds throughout all waking
 * hours.
 */
export const BUSY_SPANS = { perMinute: { span: MINUTE, least: 60 }, perDay: { span: DAY, least: 3000 } } as const;

/** How the users of a file spread their events over time. */
export interface Activity {
  /** Number of sessions for each of `IDLE_MINUTES`. */
  readonly sessions: readonly number[];
  /** Whether any user has more than `least` events within each span. */
  readonly isBusy: Readonly<Record<keyof typeof BUSY_SPANS, boolean>>;
}

/** Describes the activity of the users of a file with dates, whose events are sorted once for all of it. */
export async function previewActivity(duck: DuckDb, { table }: Staged): Promise<Activity> {
  const { perMinute, perDay } = BUSY_SPANS;
  const busy = ({ span, least }: { span: number; least: number }) => `lead(ms, ${least}) OVER by_time - ms < ${span}`;
  const sessions = IDLE_MINUTES.map((minutes) => `count(*) FILTER (gap IS NULL OR gap > ${minutes * MINUTE})`);
  const [row = []] = await duck.numberRows(`SELECT ${sessions}, count(*) FILTER (per_minute), count(*) FILTER (per_day)
    FROM (SELECT ms - lag(ms) OVER by_time AS gap, ${busy(perMinute)} AS per_minute, ${busy(perDay)} AS per_day
      FROM ${table} WHERE ${USABLE} WINDOW by_time AS (PARTITION BY "user" ORDER BY ms))`);
  const [perMinuteRows = 0, perDayRows = 0] = row.slice(IDLE_MINUTES.length);
  return {
    sessions: row.slice(0, IDLE_MINUTES.length),
    isBusy: { perMinute: perMinuteRows > 0, perDay: perDayRows > 0 },
  };
}
