import { join } from 'node:path';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import type { JobContext } from '../../jobs/context.ts';
import { Preset } from '../detect/preset.ts';
import { openFiles } from '../open/open-files.ts';
import type { Opened } from '../open/opened-table.ts';
import { askedFor } from './apply-remembered-mapping.ts';

/**
 * Opens files and asks for each of their tables as is known of its source: by the user's own presets, and by what
 * the workspace remembers of earlier imports. Throws what `openFiles` throws.
 */
export async function openTables(
  files: readonly ImportFile[],
  presets: readonly unknown[],
  folder: string,
  context: JobContext,
): Promise<Opened[]> {
  const { db } = context.workspace;
  const saved = Preset.array().parse(presets);
  const opened = await openFiles(files, folder, context);
  return opened.map((one, i) => askedFor(db, { ...one, saved }, join(folder, `corrected-${i + 1}.csv`)));
}
