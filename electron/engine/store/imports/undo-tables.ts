import type { Database } from 'better-sqlite3';

/** Tables whose ids only grow: what an import adds to them is what is greater than the greatest id before it. */
export const NUMBERED = [
  ...(['users', 'items', 'categories', 'brands', 'actions'] as const),
  ...(['sessions', 'attributes', 'channels', 'campaigns'] as const),
] as const;
export type Numbered = (typeof NUMBERED)[number];

/** Tables with keys of another kind. */
const KEYED = ['user_attributes', 'identities', 'events'] as const;
export const UNDOABLE = [...NUMBERED, ...KEYED] as const;
export type Undoable = (typeof UNDOABLE)[number];

export interface Shape {
  readonly columns: readonly string[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
}

export function isUndoable(table: string): table is Undoable {
  return UNDOABLE.some((one) => one === table);
}

export function shapeOf(db: Database, table: Undoable): Shape {
  const found = db
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid')
    .all(table);
  return { columns: found.map(({ name }) => name), key: found.filter(({ pk }) => pk > 0).map(({ name }) => name) };
}

/** The greatest id of each numbered table; 0 where it is empty. */
export function greatestIds(db: Database): Record<Numbered, number> {
  const columns = NUMBERED.map((table) => `(SELECT coalesce(max(id), 0) FROM ${table}) ${table}`);
  return db.prepare<[], Record<Numbered, number>>(`SELECT ${columns}`).get()!;
}
