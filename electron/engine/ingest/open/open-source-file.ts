import { rmSync, statSync } from 'node:fs';
import { Budget } from './archive/budget.ts';
import { inflate } from './archive/inflate.ts';
import { openArchive } from './archive/open-archive.ts';
import { detectFileType } from './detect-file-type.ts';
import { nestedArchive } from './file-errors.ts';
import type { OpenContext } from './open-context.ts';
import { readParquet } from './parquet/read-parquet.ts';
import { displayName, type SourceFile } from './source-file.ts';
import type { FileTables, TableRequest } from './table.ts';
import { readText } from './text/read-text.ts';

/** Opens the tables of a file; more than one if it is an archive or a workbook. Throws the errors of the readers. */
export async function openSourceFile(
  file: SourceFile,
  request: TableRequest,
  context: OpenContext,
): Promise<FileTables> {
  const kind = detectFileType(file.path, displayName(context.file, file));
  if (kind === 'zip') return openArchive(file, request, context, openSourceFile);
  if (kind === 'text') {
    const { table, encoding, format } = await readText(file, request.encoding, context);
    if (table.path !== file.path) removeCopy(file);
    return singleTable(file, { ...table, format, encoding });
  }
  if (kind === 'parquet') {
    const table = await readParquet(file.path, context);
    removeCopy(file);
    return singleTable(file, { ...table, format: 'parquet', encoding: 'utf-8' });
  }
  if (!mayUnpack(file)) throw nestedArchive(context.file, displayName(context.file, file));
  return openSourceFile(await unpack(file, kind, context), request, context);
}

function singleTable(
  file: SourceFile,
  table: Omit<FileTables['tables'][number], 'inner' | 'sheet' | 'compression'>,
): FileTables {
  return { tables: [{ ...table, inner: file.inner, sheet: null, compression: file.compression }], names: [] };
}

/** Whether decompression is allowed: for the file itself, or for a file directly inside a zip archive. */
function mayUnpack({ compressionLayers }: SourceFile): boolean {
  return compressionLayers.length === 0 || (compressionLayers.length === 1 && compressionLayers[0] === 'zip');
}

async function unpack(file: SourceFile, kind: 'gzip' | 'zstd', context: OpenContext): Promise<SourceFile> {
  const { size } = statSync(file.path);
  const copy = context.temporary();
  const budget = new Budget(context.file, size, context.folder);
  const { truncated } = await inflate({ path: file.path, bytes: size, kind }, copy, budget, context);
  removeCopy(file);
  const compression = file.compression === 'none' ? kind : file.compression;
  return { ...file, path: copy, compression, compressionLayers: [...file.compressionLayers, kind], truncated };
}

/** Deletes an unpacked copy after it has been read; never the user's own file. */
function removeCopy({ path, compressionLayers }: SourceFile): void {
  if (compressionLayers.length > 0) rmSync(path);
}
