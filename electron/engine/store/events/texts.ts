import type { Database } from 'better-sqlite3';
import { RATING_LIMITS } from '../../../../shared/domain/rating-limits.ts';

/** Texts of events and the rating of each; NaN if there is none. */
export interface Texts {
  readonly texts: readonly string[];
  readonly ratings: Float64Array;
}

/** Reads the texts of events, ordered by user and time; only those of the given actions, if any are given. */
export function readTexts(db: Database, actions: readonly string[] | null): Texts {
  const actionFilter = actions ? 'AND a.name IN (SELECT value FROM json_each(?))' : '';
  const rows = db
    .prepare<string[], { text: string; rating: number | null }>(
      `SELECT e.text, e.rating FROM events e JOIN actions a ON a.id = e.action
       WHERE trim(e.text) <> '' ${actionFilter} ORDER BY user, time, seq`,
    )
    .all(...(actions ? [JSON.stringify(actions)] : []))
    .filter(({ text }) => text.trim() !== '');
  return {
    texts: rows.map(({ text }) => text),
    ratings: Float64Array.from(rows, ({ rating }) => rating ?? Number.NaN),
  };
}

/** Number of users with texts, or with texts that have a rating; only texts of the given actions, if any are given. */
export function countAuthors(db: Database, actions: readonly string[] | null, rated: boolean): number {
  const actionFilter = actions ? 'AND a.name IN (SELECT value FROM json_each(?))' : '';
  return Number(
    db
      .prepare<string[], number>(
        `SELECT count(DISTINCT e.user) FROM events e JOIN actions a ON a.id = e.action
         WHERE trim(e.text) <> '' ${rated ? 'AND e.rating IS NOT NULL' : ''} ${actionFilter}`,
      )
      .pluck()
      .get(...(actions ? [JSON.stringify(actions)] : [])),
  );
}

/** Number of texts of each action, and how many of them have a rating, most texts first. */
export function textCounts(db: Database): { action: string; texts: number; rated: number }[] {
  return db
    .prepare<[], { action: string; texts: number; rated: number }>(
      `SELECT a.name action, count(*) texts, count(e.rating) rated FROM events e JOIN actions a ON a.id = e.action
       WHERE trim(e.text) <> '' GROUP BY a.id ORDER BY texts DESC, a.name`,
    )
    .all();
}

/** More distinct ratings than a text model can classify. */
const MAX_RATINGS = RATING_LIMITS.maxRatings + 1;

/** The distinct ratings of an action's texts, ascending; at most `MAX_RATINGS`. */
export function textRatings(db: Database, action: string): number[] {
  return db
    .prepare<[string, number], number>(
      `SELECT DISTINCT e.rating FROM events e JOIN actions a ON a.id = e.action
       WHERE a.name = ? AND trim(e.text) <> '' AND e.rating IS NOT NULL LIMIT ?`,
    )
    .pluck()
    .all(action, MAX_RATINGS)
    .sort((a, b) => a - b);
}
