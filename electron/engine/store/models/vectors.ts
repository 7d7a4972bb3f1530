import type { Database } from 'better-sqlite3';

export interface UserVector {
  readonly user: number;
  readonly vector: Float32Array;
}

/** Ids of the users with a profile of a run, ascending. */
export function profiledUsers(db: Database, run: string): Int32Array {
  const sql = 'SELECT user FROM profiles WHERE run = ? ORDER BY user';
  return Int32Array.from(db.prepare<[string], number>(sql).pluck().all(run));
}

/** Dimension of a run's vectors; null if it has none. */
export function vectorLength(db: Database, run: string): number | null {
  const sql = 'SELECT length(vector) / 4 FROM profiles WHERE run = ? LIMIT 1';
  return db.prepare<[string], number>(sql).pluck().get(run) ?? null;
}

/** Yields the vectors of a run's users one at a time, in the order of `profiledUsers`. */
export function* userVectors(db: Database, run: string): Generator<UserVector> {
  const sql = 'SELECT user, vector FROM profiles WHERE run = ? ORDER BY user';
  for (const { user, vector } of db.prepare<[string], { user: number; vector: Buffer }>(sql).iterate(run)) {
    yield { user, vector: new Float32Array(new Uint8Array(vector).buffer) };
  }
}
