import type { Database } from 'better-sqlite3';
import { BatchInsert } from '../batch-insert.ts';

/** A prediction's scores of users: one per user and class, or for a ranking only those of the top classes. */
export interface UserScores {
  /** User ids, ascending. */
  readonly users: Int32Array;
  readonly classes: number;
  /** Row-major matrix (users × classes); NaN values are not stored. */
  readonly values: Float32Array;
}

export function insertScores(db: Database, run: string, { users, classes, values }: UserScores): void {
  const rows = new BatchInsert(db, 'scores', ['run', 'user', 'class', 'value']);
  users.forEach((user, row) => {
    for (let k = 0; k < classes; k++) {
      const value = values[row * classes + k]!;
      if (!Number.isNaN(value)) rows.add([run, user, k, value]);
    }
  });
  rows.finish();
}

/** Replaces the stored scores of a run. */
export function replaceScores(db: Database, run: string, scores: UserScores): void {
  db.prepare('DELETE FROM scores WHERE run = ?').run(run);
  insertScores(db, run, scores);
}

/** Returns the scores of a user by class; NaN for classes without a score. */
export function userScores(db: Database, run: string, user: number, classes: number): Float64Array {
  const values = new Float64Array(classes).fill(Number.NaN);
  const rows = db.prepare<[string, number], [number, number]>(
    'SELECT class, value FROM scores WHERE run = ? AND user = ?',
  );
  for (const [k, value] of rows.raw().all(run, user)) if (k < classes) values[k] = value;
  return values;
}

interface ScorePageOptions {
  /** Substring of a user's name. */
  readonly search: string;
  /** Sort key: the user's name, or the score of a class, by its index. */
  readonly order: 'user' | number;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of a run's scores and the total number of matching users; NaN if a user has no score of a class. */
export function scorePage(db: Database, run: string, classes: number, page: ScorePageOptions) {
  const direction = page.descending ? 'DESC' : 'ASC';
  const orderBy = page.order === 'user' ? `u.name ${direction}` : `o.value ${direction} NULLS LAST, u.name`;
  const from = `FROM users u LEFT JOIN scores o ON o.run = ? AND o.user = u.id AND o.class = ?
    WHERE EXISTS (SELECT 1 FROM scores s WHERE s.run = ? AND s.user = u.id) AND instr(lower(u.name), lower(?)) > 0`;
  const parameters = [run, page.order === 'user' ? 0 : page.order, run, page.search] as const;
  const total = db
    .prepare(`SELECT count(*) ${from}`)
    .pluck()
    .get(...parameters) as number;
  const rows = db
    .prepare(`SELECT u.id, u.name ${from} ORDER BY ${orderBy} LIMIT ? OFFSET ?`)
    .raw()
    .all(...parameters, page.limit, page.offset) as [number, string][];
  const read = db.prepare<[string, number], [number, number]>(
    'SELECT class, value FROM scores WHERE run = ? AND user = ?',
  );
  const values = new Float32Array(rows.length * classes).fill(Number.NaN);
  rows.forEach(([user], row) => {
    for (const [k, value] of read.raw().all(run, user)) if (k < classes) values[row * classes + k] = value;
  });
  return { total, users: rows.map(([, name]) => name), values };
}

/** Yields all scores of a run, user by user: the name and the score of each class, null if there is none. */
export function* eachUserScores(db: Database, run: string, classes: number): Generator<[string, ...(number | null)[]]> {
  const rows = db
    .prepare<[string], [string, number, number]>(
      'SELECT u.name, s.class, s.value FROM scores s JOIN users u ON u.id = s.user WHERE s.run = ? ORDER BY s.user, s.class',
    )
    .raw()
    .iterate(run);
  let name: string | null = null;
  let classScores: (number | null)[] = [];
  for (const [user, k, value] of rows) {
    if (user !== name) {
      if (name !== null) yield [name, ...classScores];
      name = user;
      classScores = new Array<number | null>(classes).fill(null);
    }
    classScores[k] = value;
  }
  if (name !== null) yield [name, ...classScores];
}
