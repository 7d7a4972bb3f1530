import { statSync } from 'node:fs';
import { Budget } from '../archive/budget.ts';
import { openEntry, type Zip } from '../archive/zip.ts';
import { noTables, tableNotFound } from '../file-errors.ts';
import type { OpenContext } from '../open-context.ts';
import { rowsTable } from '../rows-table.ts';
import type { SourceFile } from '../source-file.ts';
import type { FileTables, SourceTable } from '../table.ts';
import { unsupportedFormat } from '../unsupported-format.ts';
import { openDocumentSheets } from './opendocument.ts';

/**
 * Opens each non-empty sheet of an OpenDocument spreadsheet as a table. Throws FILE_BINARY for other documents and for
 * sheets that are too large, ARCHIVE_BOMB, TABLE_NOT_FOUND and FILE_EMPTY.
 */
export async function openOpenDocument(
  zip: Zip,
  { path, compression, inner }: SourceFile,
  request: { readonly inner?: string },
  context: OpenContext,
): Promise<FileTables> {
  const entry = zip.entries.find(({ name }) => name === 'content.xml')!;
  const { size } = statSync(path);
  const budget = new Budget(context.file, size, context.folder);
  const sheets = await openDocumentSheets(await openEntry(zip, entry), (bytes) => {
    budget.spend(bytes);
    context.onProgress(0, size);
  });
  if (sheets.length === 0) throw unsupportedFormat(zip.file, 'opendocument');
  if (sheets.some(({ isFull }) => isFull)) throw unsupportedFormat(zip.file, 'workbook');
  const names = sheets.filter(({ rows }) => rows.length > 0).map(({ name }) => name);
  if (names.length === 0) throw noTables(zip.file);
  if (request.inner !== undefined && !names.includes(request.inner))
    throw tableNotFound(context.file, request.inner, names);
  const tables = sheets.flatMap(({ name, rows }): SourceTable[] => {
    const table = (request.inner ?? name) === name ? rowsTable(rows, context) : null;
    return table ? [{ ...table, format: 'excel', encoding: 'utf-8', compression, inner, sheet: name }] : [];
  });
  return { tables, names: names.length > 1 ? names : [] };
}
