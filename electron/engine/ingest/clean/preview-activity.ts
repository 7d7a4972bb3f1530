import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { DAY, MINUTE } from './bots.ts';

/** Candidate idle times that end a session, in minutes. */
export const IDLE_MINUTES = [5, 15, 30, 60, 120];

/** Event rates that no person sustains: one per second for a minute, or 3,000 in a day. */
export const BUSY_SPANS = { perMinute: { span: MINUTE, least: 60 }, perDay: { span: DAY, least: 3000 } } as const;

/** Activity of the users of a file. */
export interface Activity {
  /** Number of sessions by idle time, in the order of `IDLE_MINUTES`. */
  readonly sessions: readonly number[];
  /** Whether any user exceeds the rate, by name in `BUSY_SPANS`. */
  readonly isBusy: Readonly<Record<keyof typeof BUSY_SPANS, boolean>>;
}

/** Measures the activity of the users of a file with dates. The events are sorted once for all figures. */
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
