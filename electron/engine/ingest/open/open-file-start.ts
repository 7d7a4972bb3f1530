import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import { openingOf } from './open-context.ts';
import { openedOf } from './open-files.ts';
import { openPiece } from './open-source-file.ts';
import type { Opened } from './opened-table.ts';
import { pieceOf } from './source-file.ts';
import { statFile } from './stat-file.ts';

/** Enough for the head of a text, and for a few documents. */
const LIMIT = 2 << 20;

export interface OpenedHead {
  /** The table asked for, or the first; only its beginning, where the file had to be copied. */
  readonly opened: Opened;
  /** All tables of the file, as `inner` takes them; empty where it is one table. */
  readonly tables: readonly string[];
  readonly bytes: number;
  /** Where copies may lie meanwhile. */
  readonly folder: string;
}

/** Opens the beginning of a file for as long as `work` takes. Throws FILE_…, ARCHIVE_… and TABLE_NOT_FOUND. */
export async function withHead<T>(request: ImportFile, work: (head: OpenedHead) => T): Promise<T> {
  const { size } = statFile(request.file);
  const folder = mkdtempSync(join(tmpdir(), 'portrait-head-'));
  try {
    const opening = openingOf(request.file, folder, { limit: LIMIT });
    const { tables, names } = await openPiece(pieceOf(opening), request, opening);
    return work({ opened: openedOf(tables[0]!, request, null), tables: names, bytes: size, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
