import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFiles } from '../../../../electron/engine/ingest/open/open-files.ts';
import type { OpenedTable } from '../../../../electron/engine/ingest/open/opened-table.ts';
import type { JobContext } from '../../../../electron/engine/jobs/context.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { testFolder } from '../../../support/folder.ts';

type Changes = Partial<Pick<JobContext, 'progress' | 'checkCancelled'>>;

/** Opens a file with this content; returns its tables with their text. */
export async function openTestFile(
  content: string | Uint8Array,
  request: Omit<ImportFile, 'file'> & { name?: string } = {},
  changes: Changes | ((file: string) => Changes) = {},
): Promise<(OpenedTable & { text: string })[]> {
  const { name = 'export.csv', ...options } = request;
  const folder = testFolder();
  const file = join(folder, name);
  writeFileSync(file, content);
  const nothing = () => {};
  const changed = typeof changes === 'function' ? changes(file) : changes;
  const context = { progress: nothing, log: nothing, checkCancelled: nothing, ...changed };
  const tables = await openFiles([{ file, ...options }], folder, context);
  return tables.map((table) => ({ ...table, text: readFileSync(table.path, 'utf8') }));
}

/** Opens a file with a single table. */
export async function openOnlyTable(...args: Parameters<typeof openTestFile>): Promise<OpenedTable & { text: string }> {
  const tables = await openTestFile(...args);
  if (tables.length !== 1) throw new Error(`${tables.length} tables instead of one`);
  return tables[0]!;
}

/** The error code with which opening fails. */
export async function openErrorCode(...args: Parameters<typeof openTestFile>): Promise<string> {
  try {
    await openTestFile(...args);
    return 'nothing';
  } catch (error) {
    if (error instanceof PortraitError) return error.code;
    throw error;
  }
}

export const CSV = 'user,time,item\na,2024-05-01 10:00:00,i1\nb,2024-05-01 11:00:00,i2\n';
