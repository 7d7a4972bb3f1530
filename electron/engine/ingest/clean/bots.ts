import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';
import { isDated } from './ranges.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/**
 * Finds users with more than `perMinute` events within any 60 seconds, or more than `perDay` within any 24 hours,
 * across all files, and drops their rows from each file. Files with dates but no time of day are excluded from the
 * count per minute, files without times from both. Returns the number of rows dropped from each table, in order.
 */
export async function leaveOutBots(
  duck: DuckDb,
  staged: readonly Staged[],
  { perMinute, perDay }: NonNullable<Cleaning['bots']>,
): Promise<number[]> {
  await duck.run('CREATE OR REPLACE TABLE bots ("user" VARCHAR)');
  const clocks = staged.filter((file) => file.timeKind === 'clock');
  if (perMinute !== undefined) await findBots(duck, clocks, perMinute, MINUTE);
  if (perDay !== undefined) await findBots(duck, staged.filter(isDated), perDay, DAY);
  const rows: number[] = [];
  for (const { table } of staged) rows.push(await leaveOut(duck, table, 'bots', '"user" IN (SELECT "user" FROM bots)'));
  await duck.run('DROP TABLE bots');
  return rows;
}

async function findBots(duck: DuckDb, staged: readonly Staged[], maxEvents: number, span: number): Promise<void> {
  if (staged.length > 0) await duck.run(`INSERT INTO bots ${busySql(eventsSql(staged), maxEvents, span)}`);
}

/** SQL of the usable rows of all these tables: user and time. */
export function eventsSql(staged: readonly Staged[]): string {
  return staged.map(({ table }) => `SELECT "user", ms FROM ${table} WHERE ${USABLE}`).join(' UNION ALL ');
}

/**
 * SQL of the users with more than `maxEvents` events within `span` milliseconds: the event that is `maxEvents` rows
 * after one of theirs lies within the span.
 */
export function busySql(events: string, maxEvents: number, span: number): string {
  return `SELECT DISTINCT "user" FROM (
      SELECT "user", lead(ms, ${maxEvents}) OVER (PARTITION BY "user" ORDER BY ms) - ms < ${span} AS busy FROM (${events})
      WHERE "user" IN (SELECT "user" FROM (${events}) GROUP BY "user" HAVING count(*) > ${maxEvents}))
    WHERE busy`;
}
