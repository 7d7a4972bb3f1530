import type { Database } from 'better-sqlite3';
import { firstOf } from '../columns/first-of.ts';
import { fileVersion } from '../store/file-version.ts';
import { readVectors } from '../store/models/profiles.ts';

type Matrix = NonNullable<ReturnType<typeof readVectors>>;
const cache = new WeakMap<Database, { run: string; version: number; matrix: Matrix }>();

interface NearestUser {
  readonly user: number;
  readonly cosine: number;
}

/** Returns the users with the most similar vectors, by cosine; empty if the user has no vector. */
export function nearestUsers(db: Database, run: string, user: number, limit: number): NearestUser[] {
  const matrix = vectorsOf(db, run);
  const row = matrix?.users.indexOf(user) ?? -1;
  if (!matrix || row < 0) return [];
  const { vectors, width } = matrix;
  const vector = vectors.subarray(row * width, (row + 1) * width);
  return nearestRows(matrix, vector, limit + 1)
    .filter((other) => other.user !== user)
    .slice(0, limit);
}

/** Returns the users with vectors most similar to a unit vector; empty if the run has no profiles. */
export function nearestToVector(db: Database, run: string, vector: Float32Array, limit: number): NearestUser[] {
  const matrix = vectorsOf(db, run);
  return matrix ? nearestRows(matrix, vector, limit) : [];
}

function nearestRows({ users, vectors, width }: Matrix, query: Float32Array, limit: number): NearestUser[] {
  const cosines = new Float64Array(users.length);
  for (let row = 0; row < cosines.length; row++) {
    let dot = 0;
    for (let i = 0; i < width; i++) dot += query[i]! * vectors[row * width + i]!;
    cosines[row] = dot;
  }
  const rows = new Uint32Array(users.length).map((_, row) => row);
  return firstOf(rows, limit, (a, b) => cosines[a]! > cosines[b]!).map((row) => ({
    user: users[row]!,
    cosine: cosines[row]!,
  }));
}

/** Returns the run's vectors, cached until another connection writes to the database or another run is requested. */
function vectorsOf(db: Database, run: string): Matrix | null {
  const version = fileVersion(db);
  const cached = cache.get(db);
  if (cached?.run === run && cached.version === version) return cached.matrix;
  const matrix = readVectors(db, run);
  if (matrix) cache.set(db, { run, version, matrix });
  return matrix;
}
