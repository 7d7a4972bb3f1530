import type { VectorTable } from './procrustes.ts';

interface UserVectors extends VectorTable {
  /** Ascending. */
  readonly users: Int32Array;
}

/** Returns the users that both tables have, and their vectors in the same order. */
export function commonUsers(a: UserVectors, b: UserVectors): { users: Int32Array; from: VectorTable; to: VectorTable } {
  const rowsOfB = new Map(Array.from(b.users, (user, row) => [user, row]));
  const rows = Array.from(a.users.keys()).filter((row) => rowsOfB.has(a.users[row]!));
  const users = Int32Array.from(rows, (row) => a.users[row]!);
  const otherRows = Array.from(users, (user) => rowsOfB.get(user)!);
  return { users, from: select(a, rows), to: select(b, otherRows) };
}

function select({ vectors, width }: VectorTable, rows: readonly number[]): VectorTable {
  const out = new Float32Array(rows.length * width);
  for (const [to, from] of rows.entries()) out.set(vectors.subarray(from * width, (from + 1) * width), to * width);
  return { vectors: out, width };
}
