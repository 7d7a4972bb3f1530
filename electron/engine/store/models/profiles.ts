import type { Database } from 'better-sqlite3';
import { damagedWorkspace } from '../store-error.ts';
import { vectorOf } from './vectors.ts';

/** Stores a run's vectors, (users × width) row-major, replacing any existing ones. */
export function replaceProfiles(db: Database, run: string, users: Int32Array, vectors: Float32Array): void {
  const width = vectors.length / users.length;
  const insert = db.prepare('INSERT INTO profiles (run, user, vector) VALUES (?, ?, ?)');
  db.transaction(() => {
    db.prepare('DELETE FROM profiles WHERE run = ?').run(run);
    users.forEach((user, row) => {
      const vector = vectors.subarray(row * width, (row + 1) * width);
      insert.run(run, user, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
    });
  })();
}

/** The newest run with profiles, or null. */
export function newestProfiledRun(db: Database): string | null {
  const sql = `SELECT id FROM runs r WHERE EXISTS (SELECT 1 FROM profiles p WHERE p.run = r.id) ORDER BY created DESC, length(id) DESC, id DESC LIMIT 1`;
  return db.prepare<[], string>(sql).pluck().get() ?? null;
}

/** All vectors of a run as one row-major matrix (users × width), users ascending by id; null if it has none. */
export function readVectors(
  db: Database,
  run: string,
): { users: Int32Array; vectors: Float32Array; width: number } | null {
  const rows = db
    .prepare<[string], { user: number; vector: Buffer }>(
      'SELECT user, vector FROM profiles WHERE run = ? ORDER BY user',
    )
    .all(run);
  const first = rows[0];
  if (!first) return null;
  const { length: width } = vectorOf(first.vector);
  const vectors = new Float32Array(rows.length * width);
  for (const [row, { vector }] of rows.entries()) {
    if (vector.byteLength !== first.vector.byteLength)
      throw damagedWorkspace({ variant: 'value', problem: `the vectors of ${run} differ in length` });
    vectors.set(vectorOf(vector), row * width);
  }
  return { users: Int32Array.from(rows, (row) => row.user), vectors, width };
}

export function userVector(db: Database, run: string, user: number): Float32Array | null {
  const bytes = db
    .prepare<[string, number], Buffer>('SELECT vector FROM profiles WHERE run = ? AND user = ?')
    .pluck()
    .get(run, user);
  return bytes ? vectorOf(bytes) : null;
}
