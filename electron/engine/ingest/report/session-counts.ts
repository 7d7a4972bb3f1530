import type { Spread } from '../../../../shared/contract/import-report.ts';
import type { Duck } from '../duck.ts';
import { type Staged, USABLE } from '../stage.ts';
import { readSpread } from './spread.ts';

interface SessionCounts {
  readonly eventsPerSession: Spread | null;
  readonly sessionsPerUser: Spread | null;
}

/** How events are spread over sessions and sessions over users; null where only the order of events is known. */
export async function sessionCounts(duck: Duck, staged: Staged, idleMs: number): Promise<SessionCounts | null> {
  const sql = sessionsSql(staged, idleMs);
  if (sql === null) return null;
  await duck.run(`CREATE OR REPLACE TEMP TABLE found_sessions AS ${sql}`);
  const counts = {
    eventsPerSession: await readSpread(duck, 'SELECT n FROM found_sessions'),
    sessionsPerUser: await readSpread(duck, 'SELECT count(*) AS n FROM found_sessions GROUP BY "user"'),
  };
  await duck.run('DROP TABLE found_sessions');
  return counts;
}

/** A row with a user and a number of events `n` for each session: those the table names, else by idle time or by day. */
function sessionsSql({ table, fields, timeKind }: Staged, idleMs: number): string | null {
  const counted = (key: string, source: string) =>
    `SELECT "user", count(*) AS n FROM ${source} GROUP BY "user", ${key}`;
  if (fields.has('session')) return counted('session', `${table} WHERE ${USABLE} AND session IS NOT NULL`);
  if (timeKind === 'date') return counted('ms', `${table} WHERE ${USABLE}`);
  if (timeKind !== 'clock') return null;
  const opened = `SELECT "user", ms, coalesce(ms - lag(ms) OVER (PARTITION BY "user" ORDER BY ms) > ${idleMs}, true)::INTEGER AS opens
    FROM ${table} WHERE ${USABLE}`;
  const numbered = `SELECT "user", sum(opens) OVER (PARTITION BY "user" ORDER BY ms ROWS UNBOUNDED PRECEDING) AS number FROM (${opened})`;
  return counted('number', `(${numbered})`);
}
