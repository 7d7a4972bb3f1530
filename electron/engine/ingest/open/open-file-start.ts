import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { createOpenContext } from './open-context.ts';
import { toOpenedTable } from './open-files.ts';
import { openSourceFile } from './open-source-file.ts';
import type { OpenedTable } from './opened-table.ts';
import { sourceFileOf } from './source-file.ts';
import { statFile } from './stat-file.ts';

/** Number of bytes read: enough for the start of a text, and for a few documents. */
const LIMIT = 2 << 20;

export interface OpenedFileStart {
  /** The requested table, or the first one; only its start if the file had to be copied. */
  readonly opened: OpenedTable;
  /** Names of all tables of the file, as accepted by `inner`; empty if it is a single table. */
  readonly tables: readonly string[];
  readonly bytes: number;
  /** Folder for temporary copies. */
  readonly folder: string;
}

/** Opens the start of a file while `work` runs. Throws FILE_…, ARCHIVE_… and TABLE_NOT_FOUND. */
export async function withFileStart<T>(request: ImportFile, work: (fileStart: OpenedFileStart) => T): Promise<T> {
  const { size } = statFile(request.file);
  const folder = mkdtempSync(join(tmpdir(), 'portrait-start-'));
  try {
    const context = createOpenContext(request.file, folder, { limit: LIMIT });
    const { tables, names } = await openSourceFile(sourceFileOf(context), request, context);
    return work({ opened: toOpenedTable(tables[0]!, request, null), tables: names, bytes: size, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
