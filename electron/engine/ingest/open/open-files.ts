import { basename } from 'node:path';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import type { JobContext } from '../../jobs/context.ts';
import { hashFile } from './hash-file.ts';
import { type Opening, openingOf } from './open-context.ts';
import { openPiece } from './open-source-file.ts';
import type { Opened } from './opened-table.ts';
import { pieceOf } from './source-file.ts';
import type { FoundTable } from './table.ts';
import { whileUnchanged } from './while-unchanged.ts';

/**
 * Opens the files of an import: each table inside them as rows of text in UTF-8, with copies in `folder` where the file is
 * not that already. Throws FILE_…, ARCHIVE_…, TABLE_NOT_FOUND and DISK_FULL.
 */
export async function openFiles(
  files: readonly ImportFile[],
  folder: string,
  context: Pick<JobContext, 'progress' | 'log' | 'checkCancelled'>,
): Promise<Opened[]> {
  const all: Opened[] = [];
  for (const request of files) {
    const opening = openingOf(request.file, folder, {
      log: context.log,
      step(done, total) {
        context.checkCancelled();
        if (total > 0) context.progress({ stage: 'import.open', done, total, unit: 'bytes' });
      },
    });
    all.push(...(await openFile(request, opening)));
  }
  return all;
}

function openFile(request: ImportFile, opening: Opening): Promise<Opened[]> {
  const { file } = request;
  return whileUnchanged(file, async ({ size }) => {
    const { tables } = await openPiece(pieceOf(opening), request, opening);
    const isCopy = tables.some(({ path }) => path !== file);
    const sha256 = isCopy ? hashFile(file, size, (bytes) => opening.step(bytes, size)) : null;
    return tables.map((table) => openedOf(table, request, sha256));
  });
}

/** What a table is to the rest of an import. */
export function openedOf(found: FoundTable, request: ImportFile, sha256: string | null): Opened {
  const { format, encoding, compression, inner, sheet, ...table } = found;
  const parts = [inner, sheet].filter((part) => part !== null);
  return {
    ...table,
    request,
    sha256: table.path === request.file ? null : sha256,
    source: { format, encoding, compression, inner: parts.length === 0 ? null : parts.join('/') },
    name: `${basename(request.file)}${inner === null ? '' : `/${inner}`}${sheet === null ? '' : `: ${sheet}`}`,
  };
}
