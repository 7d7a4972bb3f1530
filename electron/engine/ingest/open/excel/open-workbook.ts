import { statSync } from 'node:fs';
import { Budget } from '../archive/budget.ts';
import { openInner, type Zip } from '../archive/zip.ts';
import { noSuchTable, noTables, unreadableFormat } from '../file-errors.ts';
import type { Opening } from '../open-context.ts';
import type { Piece } from '../source-file.ts';
import type { Found, FoundTable } from '../table.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type Source, sheetTable } from './sheet-table.ts';
import { readWorkbook } from './workbook.ts';

/**
 * A table for each sheet of a workbook that is neither hidden nor empty. Throws FILE_DAMAGED, ARCHIVE_BOMB,
 * TABLE_NOT_FOUND, FILE_BINARY where it is too large to be read here, and FILE_EMPTY.
 */
export async function openWorkbook(
  zip: Zip,
  piece: Piece,
  wanted: { readonly inner?: string },
  opening: Opening,
): Promise<Found> {
  const { size } = statSync(piece.path);
  const source: Source = {
    part: async (name) => {
      const inner = zip.entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return inner ? openInner(zip, inner) : null;
    },
    budget: () => new Budget(opening.file, size, opening.folder),
    opening,
  };
  const budget = source.budget();
  const take = (bytes: number) => {
    budget.take(bytes);
    opening.step(0, size);
  };
  const workbook = await readWorkbook(source.part, take);
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const names = (visible.length > 0 ? visible : workbook.sheets).map(({ name }) => name);
  const chosen = workbook.sheets.filter(({ name }) => (wanted.inner ?? name) === name && namedOrShown(name));
  if (chosen.length === 0 && wanted.inner !== undefined) throw noSuchTable(opening.file, wanted.inner, names);
  const strings = await readSharedStrings(await source.part('xl/sharedStrings.xml'), take);
  if (strings === null) throw unreadableFormat(zip.file, 'too large a workbook', 'Save its sheets as CSV (UTF-8).');
  const tables: FoundTable[] = [];
  for (const sheet of chosen) {
    const table = await sheetTable(source, sheet, workbook, strings);
    if (table) tables.push({ ...table, ...factsOf(piece), sheet: sheet.name });
    if (table && opening.limit !== null) break;
  }
  if (tables.length === 0) throw noTables(zip.file);
  return { tables, names: names.length > 1 ? names : [] };

  function namedOrShown(name: string): boolean {
    return wanted.inner !== undefined || names.includes(name);
  }
}

function factsOf({ compression, inner }: Piece) {
  return { format: 'excel', encoding: 'utf-8', compression, inner } as const;
}
