import { join } from 'node:path';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { InspectedTable } from '../detect/inspected-table.ts';
import { Preset } from '../detect/preset.ts';
import { openFiles } from '../open/open-files.ts';
import { applyRememberedMapping } from './apply-remembered-mapping.ts';

/**
 * Opens files and applies the user's own presets and what the workspace remembers of earlier imports to each of their
 * tables. Throws what `openFiles` throws.
 */
export async function openTables(
  files: readonly ImportFile[],
  presets: readonly unknown[],
  folder: string,
  context: JobContext,
): Promise<InspectedTable[]> {
  const { db } = context.workspace;
  const saved = Preset.array().parse(presets);
  const opened = await openFiles(files, folder, context);
  return opened.map((table, i) =>
    applyRememberedMapping(db, { ...table, savedPresets: saved }, join(folder, `corrected-${i + 1}.csv`)),
  );
}
