import { rmSync, statSync } from 'node:fs';
import { PortraitError } from '../../../../../shared/errors.ts';
import { openWorkbook } from '../excel/open-workbook.ts';
import { nested, noSuchTable, noTables, unreadableFormat } from '../file-errors.ts';
import type { Opening } from '../open-context.ts';
import { nameOf, type Piece } from '../source-file.ts';
import type { Found, FoundTable, Wanted } from '../table.ts';
import { Budget } from './budget.ts';
import { mayBeTable } from './table-names.ts';
import { type Inner, unpackInner, withZip, type Zip } from './zip.ts';

/** Opens what was unpacked. */
type OpenPiece = (piece: Piece, wanted: Wanted, opening: Opening) => Promise<Found>;

/**
 * The tables of a zip file, which may be a workbook. Throws FILE_ENCRYPTED, FILE_DAMAGED, ARCHIVE_BOMB, ARCHIVE_NESTED,
 * TABLE_NOT_FOUND, FILE_BINARY, and FILE_EMPTY where no table is inside.
 */
export function openArchive(piece: Piece, wanted: Wanted, opening: Opening, open: OpenPiece): Promise<Found> {
  const name = nameOf(opening.file, piece);
  return withZip(piece.path, name, async (zip) => {
    const has = (entry: string) => zip.entries.some(({ name }) => name === entry);
    refuseOthers(has, zip, name);
    if (has('xl/workbook.xml')) {
      const found = await openWorkbook(zip, piece, wanted, opening);
      if (piece.unpacked.length > 0) rmSync(piece.path);
      return found;
    }
    if (piece.unpacked.length > 0) throw nested(opening.file, name);
    return openFilesOf(zip, piece, wanted, opening, open);
  });
}

function refuseOthers(has: (entry: string) => boolean, zip: Zip, name: string): void {
  const asXlsx = 'Save it as .xlsx or as CSV (UTF-8) and import that.';
  if (has('xl/workbook.bin')) throw unreadableFormat(name, 'a binary Excel workbook (.xlsb)', asXlsx);
  if (has('word/document.xml') || has('ppt/presentation.xml')) {
    throw unreadableFormat(name, 'a document of an office program', 'Import the table it was made from, as CSV.');
  }
  if (zip.entries[0]?.name === 'mimetype' && has('content.xml')) {
    throw unreadableFormat(name, 'an OpenDocument file', asXlsx);
  }
}

async function openFilesOf(zip: Zip, piece: Piece, wanted: Wanted, opening: Opening, open: OpenPiece): Promise<Found> {
  const candidates = zip.entries.filter(({ name, entry }) => mayBeTable(name) && entry.uncompressedSize > 0);
  const names = candidates.map(({ name }) => name);
  if (names.length === 0) throw noTables(opening.file);
  const chosen = candidates.filter(({ name }) => isWanted(name, wanted.inner));
  if (chosen.length === 0) throw noSuchTable(opening.file, wanted.inner ?? '', names);
  const budget = new Budget(opening.file, statSync(piece.path).size, opening.folder);
  const tables: FoundTable[] = [];
  let refusal: PortraitError | null = null;
  for (const inner of chosen) {
    try {
      tables.push(
        ...(await open(await unpackFile(zip, inner, budget, opening), wantedOf(inner, wanted), opening)).tables,
      );
    } catch (error) {
      if (chosen.length === 1 || !isNoTable(error)) throw error;
      refusal ??= error;
      opening.log(`${inner.name} in ${zip.file} is passed over: ${error.message}`);
    }
    if (opening.limit !== null && tables.length > 0) break;
  }
  if (tables.length === 0) throw refusal ?? noTables(opening.file);
  return { tables, names: names.length > 1 ? names : [] };
}

/** A file by its name, or a sheet of a workbook by `name/sheet`. */
function isWanted(name: string, inner: string | undefined): boolean {
  return inner === undefined || inner === name || inner.startsWith(`${name}/`);
}

function isNoTable(error: unknown): error is PortraitError {
  return error instanceof PortraitError && (error.code === 'FILE_BINARY' || error.code === 'FILE_EMPTY');
}

/** A preview needs only the beginning, but of formats that are read from their end, all. */
async function unpackFile(zip: Zip, inner: Inner, budget: Budget, opening: Opening): Promise<Piece> {
  const path = opening.temporary();
  const limit = /\.(xlsx|xlsm|parquet|gz|zst|zstd)$/i.test(inner.name) ? null : opening.limit;
  const { truncated } = await unpackInner(zip, inner, path, budget, opening, limit);
  return { path, inner: inner.name, compression: 'zip', unpacked: ['zip'], truncated };
}

function wantedOf({ name }: Inner, { inner, encoding }: Wanted): Wanted {
  const sheet = inner?.startsWith(`${name}/`) ? { inner: inner.slice(name.length + 1) } : {};
  return { ...sheet, ...(encoding === undefined ? {} : { encoding }) };
}
