import type { Database } from 'better-sqlite3';
import { readVectors } from '../store/models/profiles.ts';

type Matrix = NonNullable<ReturnType<typeof readVectors>>;
const kept = new WeakMap<Database, { run: string; made: number; matrix: Matrix }>();

interface Near {
  readonly user: number;
  readonly cosine: number;
}

/** The users whose vectors point most nearly the same way, by cosine; empty where the user has no vector. */
export function nearestUsers(db: Database, run: string, user: number, most: number): Near[] {
  const matrix = vectorsOf(db, run);
  const at = matrix?.users.indexOf(user) ?? -1;
  if (!matrix || at < 0) return [];
  const { vectors, width } = matrix;
  const own = vectors.subarray(at * width, (at + 1) * width);
  return nearestIn(matrix, own, most + 1)
    .filter((other) => other.user !== user)
    .slice(0, most);
}

/** The same for a vector of length 1 that is no user's; empty where the run has no profiles. */
export function nearestTo(db: Database, run: string, vector: Float32Array, most: number): Near[] {
  const matrix = vectorsOf(db, run);
  return matrix ? nearestIn(matrix, vector, most) : [];
}

function nearestIn({ users, vectors, width }: Matrix, own: Float32Array, most: number): Near[] {
  const scored = Array.from(users, (user, row) => {
    let dot = 0;
    for (let i = 0; i < width; i++) dot += own[i]! * vectors[row * width + i]!;
    return { user, cosine: dot };
  });
  return scored.sort((a, b) => b.cosine - a.cosine).slice(0, most);
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
