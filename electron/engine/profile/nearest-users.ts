import type { Database } from 'better-sqlite3';
import { readVectors } from '../store/profiles.ts';

type Matrix = NonNullable<ReturnType<typeof readVectors>>;
const kept = new WeakMap<Database, { run: string; made: number; matrix: Matrix }>();

/** The users whose vectors point most nearly the same way, by cosine; empty where the user has no vector. */
export function nearestUsers(
  db: Database,
  run: string,
  user: number,
  most: number,
): { user: number; cosine: number }[] {
  const matrix = vectorsOf(db, run);
  const at = matrix?.users.indexOf(user) ?? -1;
  if (!matrix || at < 0) return [];
  const { users, vectors, width } = matrix;
  const own = vectors.subarray(at * width, (at + 1) * width);
  const scored = Array.from(users, (other, row) => {
    let dot = 0;
    for (let i = 0; i < width; i++) dot += own[i]! * vectors[row * width + i]!;
    return { user: other, cosine: dot };
  });
  return scored
    .filter((other) => other.user !== user)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, most);
}

/** The run's vectors, kept until its profiles are computed anew or another run is asked for. */
function vectorsOf(db: Database, run: string): Matrix | null {
  const made = db.prepare<[], number>('PRAGMA data_version').pluck().get() ?? 0;
  const known = kept.get(db);
  if (known?.run === run && known.made === made) return known.matrix;
  const matrix = readVectors(db, run);
  if (matrix) kept.set(db, { run, made, matrix });
  return matrix;
}
