import type { Spread } from '../../../../shared/contract/import-report.ts';
import type { TimeKind } from '../../../../shared/contract/ingest.ts';
import type { Duck } from '../duck.ts';
import type { SortedEvents } from '../sorted-events.ts';
import { readSpread } from './spread.ts';

interface SessionCounts {
  readonly eventsPerSession: Spread | null;
  readonly sessionsPerUser: Spread | null;
}

/** How events are spread over sessions and sessions over users; null where only the order of events is known. */
export async function sessionCounts(
  duck: Duck,
  sorted: SortedEvents,
  kind: TimeKind,
  idleMs: number,
): Promise<SessionCounts | null> {
  const sql = sessionsSql(sorted, kind, idleMs);
  if (sql === null) return null;
  await duck.run(`CREATE OR REPLACE TEMP TABLE found_sessions AS ${sql}`);
  const counts = {
    eventsPerSession: await readSpread(duck, 'SELECT n FROM found_sessions'),
    sessionsPerUser: await readSpread(duck, 'SELECT count(*) AS n FROM found_sessions GROUP BY "user"'),
  };
  await duck.run('DROP TABLE found_sessions');
  return counts;
}

/**
 * A row with a user and a number of events `n` for each session: those the table names, else by idle time or by day. As the
 * events are sorted, each is compared with the one before it, without sorting them again.
 */
function sessionsSql({ table, fields }: SortedEvents, kind: TimeKind, idleMs: number): string | null {
  const counted = (key: string, source: string) =>
    `SELECT "user", count(*) AS n FROM ${source} GROUP BY "user", ${key}`;
  if (fields.includes('session')) return counted('session', `${table} WHERE session IS NOT NULL`);
  if (kind === 'date') return counted('"time"', table);
  if (kind !== 'clock') return null;
  const isNew = `"user" IS DISTINCT FROM lag("user") OVER () OR "time" - lag("time") OVER () > ${idleMs}`;
  const opened = `SELECT "user", (${isNew})::INTEGER AS opens FROM ${table}`;
  return counted('number', `(SELECT "user", sum(opens) OVER (ROWS UNBOUNDED PRECEDING) AS number FROM (${opened}))`);
}
