import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { parseStored } from '../parse-json.ts';
import { isUndoable, shapeOf, type TableShape } from './undo-tables.ts';

const Row = z.record(z.string(), z.union([z.number(), z.string(), z.null()])).nullable();
const Change = z.object({ was: Row, is: Row });

const PAGE = 5000;

/**
 * Reverts an import's changes and deletions, last change first, so that each row is restored to its previous state.
 * Returns the number of restored events. `onProgress` is called between pages.
 */
export function replayBackwards(db: Database, id: number, onProgress: () => void): number {
  const read = db.prepare<[number, number], { rowid: number; table: string; row: string }>(
    `SELECT rowid, "table", "row" FROM undo_rows WHERE import = ? AND rowid < ? ORDER BY rowid DESC LIMIT ${PAGE}`,
  );
  const apply = changeApplier(db);
  let events = 0;
  for (let from = Number.MAX_SAFE_INTEGER; ; ) {
    const page = read.all(id, from);
    for (const { table, row } of page) {
      const { was, is } = parseStored(Change, row, 'the undo log');
      apply(table, was, is);
      if (table === 'events' && was !== null) events++;
    }
    onProgress();
    if (page.length < PAGE) return events;
    from = page.at(-1)!.rowid;
  }
}

type Values = z.infer<typeof Row>;

function changeApplier(db: Database): (table: string, was: Values, is: Values) => void {
  const tables = new Map<string, ReturnType<typeof writers>>();
  return (table, was, is) => {
    if (!isUndoable(table)) throw new Error(`undo_rows names a table ${table}`);
    const tableWriters = tables.get(table) ?? writers(db, table, shapeOf(db, table));
    tables.set(table, tableWriters);
    if (is !== null) tableWriters.remove(is);
    if (was !== null) tableWriters.put(was);
  };
}

function writers(db: Database, table: string, { columns, key }: TableShape) {
  const remove = db.prepare(`DELETE FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`);
  const put = db.prepare(`INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${columns.map(() => '?').join(', ')})`);
  return {
    remove: (row: Record<string, number | string | null>) => remove.run(...key.map((column) => row[column] ?? null)),
    put: (row: Record<string, number | string | null>) => put.run(...columns.map((column) => row[column] ?? null)),
  };
}
