import type { Database } from 'better-sqlite3';

/**
 * How many sessions there are. Sessions are kept by user; an export's session that two users share (one logged in as another)
 * is one session nevertheless. Where most names are shared they are mere numbers within each user, and each counts.
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
