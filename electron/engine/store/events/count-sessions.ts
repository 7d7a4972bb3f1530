import type { Database } from 'better-sqlite3';

/**
 * Number of sessions. Sessions are stored per user, but a named session that two users share (one logged in as the
 * other) counts once. If most names are shared, they are just numbers that restart for each user, and every session
 * counts.
 */
export function countSessions(db: Database): number {
  const { all, named, names, shared } = db
    .prepare<[], { all: number; named: number; names: number; shared: number }>(
      `SELECT (SELECT count(*) FROM sessions) "all", coalesce(sum(users), 0) named, count(*) names, coalesce(sum(users > 1), 0) shared
       FROM (SELECT count(*) users FROM sessions WHERE name IS NOT NULL GROUP BY name)`,
    )
    .get()!;
  if (shared > names / 2) return all;
  return names + all - named;
}
