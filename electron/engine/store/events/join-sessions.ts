import type { Database } from 'better-sqlite3';

interface SessionPair {
  readonly user: number;
  readonly earlier: number;
  readonly later: number;
}

/**
 * Merges sessions that an import's events have connected: if one of its events is within `gap` milliseconds of the
 * user's previous or next event and both belong to unnamed sessions, these become one. The earlier session is kept.
 * Late events thus produce the same sessions as if they had arrived in time. `users` is the greatest user id before the
 * import; newer users have no earlier sessions.
 */
export function joinSessions(db: Database, importId: number, users: number, gap: number): void {
  const mergedInto = new Map<number, number>();
  const finalSession = (session: number): number => {
    const next = mergedInto.get(session);
    return next === undefined ? session : finalSession(next);
  };
  const move = db.prepare('UPDATE events SET session = ? WHERE user = ? AND session = ?');
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?');
  for (const { user, earlier, later } of sessionPairsToJoin(db, importId, users, gap)) {
    const [target, source] = [finalSession(earlier), finalSession(later)];
    if (target === source) continue;
    mergedInto.set(source, target);
    move.run(target, user, source);
    remove.run(source);
  }
}

function sessionPairsToJoin(db: Database, importId: number, users: number, gap: number): SessionPair[] {
  const sql = `SELECT user, earlier, later FROM (
      SELECT e.user, e.time, e.seq, e.session AS later, lag(e.session) OVER history AS earlier,
             e.time - lag(e.time) OVER history AS gap,
             e.import = :import OR lag(e.import) OVER history = :import AS is_new
      FROM (SELECT DISTINCT user FROM events WHERE user <= :users AND import = :import) u
      CROSS JOIN events e ON e.user = u.user
      JOIN sessions s ON s.id = e.session AND s.name IS NULL
      WINDOW history AS (PARTITION BY e.user ORDER BY e.time, e.seq))
    WHERE is_new AND earlier <> later AND gap <= :gap ORDER BY user, time, seq`;
  return db.prepare<[Record<string, number>], SessionPair>(sql).all({ import: importId, users, gap });
}
