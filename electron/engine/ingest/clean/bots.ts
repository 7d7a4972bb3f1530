import type { Cleaning } from '../../../../shared/domain/cleaning.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { leaveOut } from './leave-out.ts';
import { isDated } from './ranges.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/**
 * Finds users with more than so many events within some 60 seconds, or some 24 hours, wherever these begin, over all files
 * together, and leaves them out of each. A file of dates alone takes no part in counting by the minute, one without times
 * in neither. Returns the rows left out of each table, in their order.
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

/** All usable rows of these tables as one: user and time. */
export function eventsSql(staged: readonly Staged[]): string {
  return staged.map(({ table }) => `SELECT "user", ms FROM ${table} WHERE ${USABLE}`).join(' UNION ALL ');
}

/** Users with more than `most` events within `span` milliseconds: such an event has one `most` places on within the span. */
export function busySql(events: string, maxEvents: number, span: number): string {
  return `SELECT DISTINCT "user" FROM (
      SELECT "user", lead(ms, ${maxEvents}) OVER (PARTITION BY "user" ORDER BY ms) - ms < ${span} AS busy FROM (${events})
      WHERE "user" IN (SELECT "user" FROM (${events}) GROUP BY "user" HAVING count(*) > ${maxEvents}))
    WHERE busy`;
}
