import type { Database } from 'better-sqlite3';

/** Texts of events, and the rating that stands beside each; NaN where there is none. */
export interface Texts {
  readonly texts: readonly string[];
  readonly ratings: Float64Array;
}

/** The texts of all events in the order of users and times, those of some actions only where they are named. */
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

/** How many users have texts, of some actions only where they are named. */
export function countAuthors(db: Database, actions: readonly string[] | null): number {
  const actionFilter = actions ? 'AND a.name IN (SELECT value FROM json_each(?))' : '';
  return Number(
    db
      .prepare<string[], number>(
        `SELECT count(DISTINCT e.user) FROM events e JOIN actions a ON a.id = e.action WHERE trim(e.text) <> '' ${actionFilter}`,
      )
      .pluck()
      .get(...(actions ? [JSON.stringify(actions)] : [])),
  );
}

/** How many events of each action carry a text, and how many of those a rating, the most first. */
export function textCounts(db: Database): { action: string; texts: number; rated: number }[] {
  return db
    .prepare<[], { action: string; texts: number; rated: number }>(
      `SELECT a.name action, count(*) texts, count(e.rating) rated FROM events e JOIN actions a ON a.id = e.action
       WHERE trim(e.text) <> '' GROUP BY a.id ORDER BY texts DESC, a.name`,
    )
    .all();
}

/** More different ratings than a model of texts tells apart. */
const MAX_RATINGS = 11;

/** The different ratings of an action's texts, ascending; of many only the first. */
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
