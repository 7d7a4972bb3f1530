import { statSync } from 'node:fs';
import { Budget } from '../archive/budget.ts';
import { openEntry, type Zip } from '../archive/zip.ts';
import { noTables, tableNotFound } from '../file-errors.ts';
import type { OpenContext } from '../open-context.ts';
import type { SourceFile } from '../source-file.ts';
import type { FileTables, SourceTable } from '../table.ts';
import { unsupportedFormat } from '../unsupported-format.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetTable, type WorkbookSource } from './sheet-table.ts';
import { readWorkbook } from './workbook.ts';

/**
 * Opens each sheet of a workbook that is neither hidden nor empty as a table; a hidden sheet only if it is requested or
 * all are hidden. Throws FILE_DAMAGED, ARCHIVE_BOMB, TABLE_NOT_FOUND, FILE_EMPTY, and FILE_BINARY if the workbook is
 * too large.
 */
export async function openWorkbook(
  zip: Zip,
  file: SourceFile,
  request: { readonly inner?: string },
  context: OpenContext,
): Promise<FileTables> {
  const { size } = statSync(file.path);
  const source: WorkbookSource = {
    openPart: async (name) => {
      const zipEntry = zip.entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
      return zipEntry ? openEntry(zip, zipEntry) : null;
    },
    newBudget: () => new Budget(context.file, size, context.folder),
    context,
  };
  const budget = source.newBudget();
  const spend = (bytes: number) => {
    budget.spend(bytes);
    context.onProgress(0, size);
  };
  const workbook = await readWorkbook(source.openPart, spend);
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const names = (visible.length > 0 ? visible : workbook.sheets).map(({ name }) => name);
  const selectedSheets = workbook.sheets.filter(
    ({ name }) => (request.inner ?? name) === name && isNamedOrVisible(name),
  );
  if (selectedSheets.length === 0 && request.inner !== undefined)
    throw tableNotFound(context.file, request.inner, names);
  const strings = await readSharedStrings(await source.openPart('xl/sharedStrings.xml'), spend);
  if (strings === null) throw unsupportedFormat(zip.file, 'workbook');
  const tables: SourceTable[] = [];
  for (const sheet of selectedSheets) {
    const table = await sheetTable(source, sheet, workbook, strings);
    if (table) tables.push({ ...table, ...sourceFactsOf(file), sheet: sheet.name });
    if (table && context.limit !== null) break;
  }
  if (tables.length === 0) throw noTables(zip.file);
  return { tables, names: names.length > 1 ? names : [] };

  function isNamedOrVisible(name: string): boolean {
    return request.inner !== undefined || names.includes(name);
  }
}

function sourceFactsOf({ compression, inner }: SourceFile) {
  return { format: 'excel', encoding: 'utf-8', compression, inner } as const;
}
