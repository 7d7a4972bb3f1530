import type { Database } from 'better-sqlite3';
import { damagedWorkspace } from '../store-error.ts';

export interface UserVector {
  readonly user: number;
  readonly vector: Float32Array;
}

/** Returns a stored vector. Throws WORKSPACE_DAMAGED if its bytes are not whole numbers. */
export function vectorOf(bytes: Buffer): Float32Array {
  if (bytes.byteLength === 0 || bytes.byteLength % 4 !== 0)
    throw damagedWorkspace({ variant: 'value', problem: 'a stored vector is cut off' });
  return new Float32Array(new Uint8Array(bytes).buffer);
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
    yield { user, vector: vectorOf(vector) };
  }
}
