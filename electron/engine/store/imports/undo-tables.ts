import type { Database } from 'better-sqlite3';
import { type Dictionary, dictionaries } from '../names/dictionaries.ts';

/** Tables with increasing ids: the rows that an import added are those with ids above the greatest id before it. */
export type NumberedTable = Dictionary | 'sessions' | 'attributes';
export const NUMBERED_TABLES: readonly NumberedTable[] = [...dictionaries, 'sessions', 'attributes'];

/** Tables with other keys. */
const KEYED_TABLES = ['user_attributes', 'identities', 'events'] as const;
export const UNDOABLE_TABLES = [...NUMBERED_TABLES, ...KEYED_TABLES] as const;
export type UndoableTable = (typeof UNDOABLE_TABLES)[number];

export interface TableShape {
  readonly columns: readonly string[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
}

export function isUndoable(table: string): table is UndoableTable {
  return UNDOABLE_TABLES.some((name) => name === table);
}

export function shapeOf(db: Database, table: UndoableTable): TableShape {
  const columnInfos = db
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid')
    .all(table);
  return {
    columns: columnInfos.map(({ name }) => name),
    key: columnInfos.filter(({ pk }) => pk > 0).map(({ name }) => name),
  };
}

/** The greatest id of each numbered table; 0 if it is empty. */
export function greatestIds(db: Database): Record<NumberedTable, number> {
  const columns = NUMBERED_TABLES.map((table) => `(SELECT coalesce(max(id), 0) FROM ${table}) ${table}`);
  return db.prepare<[], Record<NumberedTable, number>>(`SELECT ${columns}`).get()!;
}
