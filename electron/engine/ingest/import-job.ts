import type { ImportFile } from '../../../shared/contract/import-file.ts';
import type { ImportResult } from '../../../shared/contract/ingest.ts';
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts';
import type { Cleaning } from '../../../shared/domain/cleaning.ts';
import type { JobFunction } from '../jobs/context.ts';
import { clean } from './clean/clean.ts';
import { requireNoChoice } from './examine/require-no-choice.ts';
import { withDuckDb } from './stage/duckdb.ts';
import { loadFiles } from './stage/load-files.ts';
import { openTables } from './stage/open-tables.ts';
import { mergeIdentities } from './write/merge-identities.ts';
import { writeFiles } from './write/write-files.ts';

export interface ImportRequest {
  readonly files: readonly ImportFile[];
  readonly cleaning?: Cleaning;
  /** The user's own presets, in addition to the built-in ones. */
  readonly presets?: readonly unknown[];
  /** Whether the data is generated and not from a real shop. */
  readonly synthetic?: boolean;
  /** Time zone and currency of a workspace that has none yet; proposed from the files by default. */
  readonly settings?: Partial<WorkspaceSettings>;
  /** Refuses files for which the import would have to choose something that changes counts or amounts. */
  readonly strict?: boolean;
  /** Performs the whole import, then rolls it back. */
  readonly dryRun?: boolean;
  /** Adds the rows to the newest import if it is of a file of the same name. */
  readonly continues?: boolean;
}

/**
 * Imports files in one transaction: after it, and after a crash at any moment, the workspace contains all of them or
 * none. All files are read and validated before the first row is written. Throws FILE_…, MAPPING_…, UNKNOWN_PRESET,
 * UNKNOWN_ZONE, NO_ROW_USABLE, USERS_REPEATED, DISK_FULL,
 * and CHOICE_NEEDED if it is strict.
 */
export const importJob: JobFunction<ImportRequest, ImportResult> = (request, context) =>
  withDuckDb(context, async (duck) => {
    const start = performance.now();
    const { loaded, skipped } = await loadFiles(
      duck,
      await openTables(request.files, request.presets ?? [], duck.folder, context),
      context,
    );
    if (request.strict) for (const file of loaded) await requireNoChoice(duck, file);
    await mergeIdentities(duck, context.workspace.db, loaded);
    const { cleaning = {}, synthetic = false, dryRun = false, continues = false, settings } = request;
    const steps = await clean(duck, loaded, cleaning, context);
    const idleMinutes = cleaning.sessions?.idleMinutes;
    const options = { synthetic, dryRun, continues, settings, steps, start, skipped, idleMinutes };
    return (await writeFiles(duck, loaded, options, context)).result;
  });
