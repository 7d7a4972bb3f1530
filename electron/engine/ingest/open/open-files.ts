import { basename } from 'node:path';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { hashFile } from '../../files/hash-file.ts';
import type { JobContext } from '../../jobs/context.ts';
import { createOpenContext, type OpenContext } from './open-context.ts';
import { openSourceFile } from './open-source-file.ts';
import type { OpenedTable } from './opened-table.ts';
import { sourceFileOf } from './source-file.ts';
import type { SourceTable } from './table.ts';
import { whileUnchanged } from './while-unchanged.ts';

/**
 * Opens the files of an import: each table inside them as rows of UTF-8 text, copied to `folder` unless the file
 * already is such text. Throws FILE_…, ARCHIVE_…, TABLE_NOT_FOUND and DISK_FULL.
 */
export async function openFiles(
  files: readonly ImportFile[],
  folder: string,
  context: Pick<JobContext, 'progress' | 'log' | 'checkCancelled'>,
): Promise<OpenedTable[]> {
  const tables: OpenedTable[] = [];
  for (const request of files) {
    const openContext = createOpenContext(request.file, folder, {
      log: context.log,
      onProgress(done, total) {
        context.checkCancelled();
        if (total > 0) context.progress({ stage: 'import.open', done, total, unit: 'bytes' });
      },
    });
    tables.push(...(await openFile(request, openContext)));
  }
  return tables;
}

function openFile(request: ImportFile, context: OpenContext): Promise<OpenedTable[]> {
  const { file } = request;
  return whileUnchanged(file, async ({ size }) => {
    const { tables } = await openSourceFile(sourceFileOf(context), request, context);
    const isCopy = tables.some(({ path }) => path !== file);
    const sha256 = isCopy
      ? await hashFile(file, { size, onProgress: (bytes) => context.onProgress(bytes, size) })
      : null;
    return tables.map((table) => toOpenedTable(table, request, sha256));
  });
}

/** Combines a table with the request for its file and the description of its source. */
export function toOpenedTable(sourceTable: SourceTable, request: ImportFile, sha256: string | null): OpenedTable {
  const { format, encoding, compression, inner, sheet, ...table } = sourceTable;
  const parts = [inner, sheet].filter((part) => part !== null);
  return {
    ...table,
    request,
    sha256: table.path === request.file ? null : sha256,
    source: { format, encoding, compression, inner: parts.length === 0 ? null : parts.join('/') },
    name: `${basename(request.file)}${inner === null ? '' : `/${inner}`}${sheet === null ? '' : `: ${sheet}`}`,
  };
}
