/** The rows of users by their ids. */
export interface UserRows {
  readonly count: number;
  /** Returns −1 for an unknown user. */
  rowOf(id: number): number;
}

/** Users by their ids, ascending. */
export function userRows(ids: Int32Array): UserRows {
  const rows = new Int32Array((ids.at(-1) ?? 0) + 1).fill(-1);
  for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row;
  return { count: ids.length, rowOf: (id) => rows[id] ?? -1 };
}
