import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { parseStored } from '../parse-json.ts';
import type { ImportCounts } from './imports.ts';
import { storedStart } from './undo.ts';
import type { ImportStart } from './undo-log.ts';

/** The newest import, if it is of a file of this name and can be undone, so that more rows can be added to it. */
export function continuedImport(db: Database, file: string): ImportStart | null {
  const sql = 'SELECT id, file, before FROM imports ORDER BY id DESC LIMIT 1';
  const newest = db.prepare<[], { id: number; file: string; before: string | null }>(sql).get();
  return newest?.file === file && newest.before !== null
    ? { import: newest.id, before: storedStart(newest.before) }
    : null;
}

const Names = z.array(z.string());

/** Adds the columns and fields of more rows to the record of an import. */
export function addShape(db: Database, id: number, columns: readonly string[], fields: readonly string[]): void {
  const stored = db
    .prepare<[number], { columns: string; fields: string }>('SELECT columns, fields FROM imports WHERE id = ?')
    .get(id)!;
  const merge = (text: string, names: readonly string[]) =>
    JSON.stringify([...new Set([...parseStored(Names, text, `the columns of import ${id}`), ...names])]);
  db.prepare('UPDATE imports SET columns = ?, fields = ?, imported = ? WHERE id = ?').run(
    merge(stored.columns, columns),
    merge(stored.fields, fields),
    Date.now(),
    id,
  );
}

/** Adds the counts of more rows to those of an import, which then has no quality report: that of a part would mislead. */
export function addCounts(db: Database, id: number, counts: ImportCounts): void {
  const { rows, events, rejected, duplicates, metadataRows, dropped, replaced, seconds } = counts;
  const sql = `UPDATE imports SET rows = rows + ?, events = events + ?, rejected = rejected + ?, duplicates = duplicates + ?,
    metadata_rows = metadata_rows + ?, dropped = dropped + ?, replaced = replaced + ?, seconds = seconds + ?, report = NULL
    WHERE id = ?`;
  db.prepare(sql).run(rows, events, rejected, duplicates, metadataRows, dropped, replaced, seconds, id);
}
