/** Maps user ids to rows. */
export interface UserRows {
  readonly count: number;
  /** Returns −1 for an unknown user. */
  rowOf(id: number): number;
}

/** Returns the rows of users, given their ids in ascending order. */
export function userRows(ids: Int32Array): UserRows {
  const rows = new Int32Array((ids.at(-1) ?? 0) + 1).fill(-1);
  for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row;
  return { count: ids.length, rowOf: (id) => rows[id] ?? -1 };
}
