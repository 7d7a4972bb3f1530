import { rmSync, statSync } from 'node:fs';
import { PortraitError } from '../../../../../shared/errors.ts';
import { openOpenDocument } from '../excel/open-opendocument.ts';
import { openWorkbook } from '../excel/open-workbook.ts';
import { nestedArchive, noTables, tableNotFound } from '../file-errors.ts';
import type { OpenContext } from '../open-context.ts';
import { displayName, type SourceFile } from '../source-file.ts';
import type { FileTables, SourceTable, TableRequest } from '../table.ts';
import { unsupportedFormat } from '../unsupported-format.ts';
import { Budget } from './budget.ts';
import { mayBeTable } from './table-names.ts';
import { unpackEntry, withZip, type Zip, type ZipEntry } from './zip.ts';

/** Opens an unpacked file. */
type OpenSourceFile = (file: SourceFile, request: TableRequest, context: OpenContext) => Promise<FileTables>;

/**
 * Opens the tables of a zip file, which may be a workbook. Throws FILE_ENCRYPTED, FILE_DAMAGED, ARCHIVE_BOMB,
 * ARCHIVE_NESTED, TABLE_NOT_FOUND, FILE_BINARY, and FILE_EMPTY if it contains no table.
 */
export function openArchive(
  file: SourceFile,
  request: TableRequest,
  context: OpenContext,
  open: OpenSourceFile,
): Promise<FileTables> {
  const name = displayName(context.file, file);
  return withZip(file.path, name, async (zip) => {
    const hasEntry = (entry: string) => zip.entries.some(({ name }) => name === entry);
    rejectUnsupported(hasEntry, name);
    if (hasEntry('xl/workbook.xml')) {
      const workbookTables = await openWorkbook(zip, file, request, context);
      if (file.compressionLayers.length > 0) rmSync(file.path);
      return workbookTables;
    }
    if (zip.entries[0]?.name === 'mimetype' && hasEntry('content.xml')) {
      const tables = await openOpenDocument(zip, file, request, context);
      if (file.compressionLayers.length > 0) rmSync(file.path);
      return tables;
    }
    if (file.compressionLayers.length > 0) throw nestedArchive(context.file, name);
    return openEntries(zip, file, request, context, open);
  });
}

function rejectUnsupported(hasEntry: (entry: string) => boolean, name: string): void {
  if (hasEntry('xl/workbook.bin')) throw unsupportedFormat(name, 'xlsb');
  if (hasEntry('word/document.xml') || hasEntry('ppt/presentation.xml')) {
    throw unsupportedFormat(name, 'office');
  }
}

async function openEntries(
  zip: Zip,
  file: SourceFile,
  request: TableRequest,
  context: OpenContext,
  open: OpenSourceFile,
): Promise<FileTables> {
  const candidates = zip.entries.filter(({ name, entry }) => mayBeTable(name) && entry.uncompressedSize > 0);
  const names = candidates.map(({ name }) => name);
  if (names.length === 0) throw noTables(context.file);
  const selected = candidates.filter(({ name }) => isRequested(name, request.inner));
  if (selected.length === 0) throw tableNotFound(context.file, request.inner ?? '', names);
  const budget = new Budget(context.file, statSync(file.path).size, context.folder);
  const tables: SourceTable[] = [];
  let firstError: PortraitError | null = null;
  for (const zipEntry of selected) {
    try {
      tables.push(
        ...(await open(await unpackFile(zip, zipEntry, budget, context), requestFor(zipEntry, request), context))
          .tables,
      );
    } catch (error) {
      if (selected.length === 1 || !isNotTableError(error)) throw error;
      firstError ??= error;
      context.log(`${zipEntry.name} in ${zip.file} was skipped: ${error.message}`);
    }
    if (context.limit !== null && tables.length > 0) break;
  }
  if (tables.length === 0) throw firstError ?? noTables(context.file);
  return { tables, names: names.length > 1 ? names : [] };
}

/** Whether an entry is requested: by its name, or as the workbook of a sheet `name/sheet`. */
function isRequested(name: string, inner: string | undefined): boolean {
  return inner === undefined || inner === name || inner.startsWith(`${name}/`);
}

function isNotTableError(error: unknown): error is PortraitError {
  return error instanceof PortraitError && (error.code === 'FILE_BINARY' || error.code === 'FILE_EMPTY');
}

/** For a preview, unpacks only the start; formats that are read from their end are unpacked completely. */
async function unpackFile(zip: Zip, zipEntry: ZipEntry, budget: Budget, context: OpenContext): Promise<SourceFile> {
  const path = context.temporary();
  const limit = /\.(xlsx|xlsm|ods|parquet|gz|zst|zstd)$/i.test(zipEntry.name) ? null : context.limit;
  const { truncated } = await unpackEntry(zip, zipEntry, path, budget, context, limit);
  return { path, inner: zipEntry.name, compression: 'zip', compressionLayers: ['zip'], truncated };
}

function requestFor({ name }: ZipEntry, { inner, encoding }: TableRequest): TableRequest {
  const sheet = inner?.startsWith(`${name}/`) ? { inner: inner.slice(name.length + 1) } : {};
  return { ...sheet, ...(encoding === undefined ? {} : { encoding }) };
}
