import type { SkippedTable } from '../../../../shared/contract/ingest.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { InspectedTable } from '../detect/inspected-table.ts';
import type { PresetFile } from '../detect/preset.ts';
import { requirePreset } from '../detect/presets.ts';
import { requireChosenColumns } from '../privacy/require-columns.ts';
import type { DuckDb } from './duckdb.ts';
import { type LoadedFile, loadFile } from './load-file.ts';
import { Lookups } from './lookups.ts';
import { asSkippedTable } from './skipped-tables.ts';

/**
 * Reads files into DuckDB, lookup files first; returns them in the given order, without skipped tables. Throws what
 * `loadFile` throws, and PRIVACY_UNKNOWN_COLUMN.
 */
export async function loadFiles(
  duck: DuckDb,
  tables: readonly InspectedTable[],
  context: JobContext,
): Promise<{ loaded: LoadedFile[]; skipped: SkippedTable[] }> {
  const loadedByIndex: LoadedFile[] = [];
  const skipped = new Map<SkippedTable, unknown>();
  const lookups = new Lookups();
  for (const i of readingOrder(tables)) {
    try {
      loadedByIndex[i] = await loadFile(duck, tables[i]!, i + 1, context, lookups);
    } catch (error) {
      const skippedTable = asSkippedTable(tables[i]!.opened, error);
      if (!skippedTable) throw error;
      skipped.set(skippedTable, error);
    }
  }
  await lookups.drop(duck);
  const loaded = loadedByIndex.flat();
  for (const [{ file }, error] of skipped)
    if (!loaded.some((loadedFile) => loadedFile.opened.request.file === file)) throw error;
  requireChosenColumns(loaded);
  return { loaded, skipped: [...skipped.keys()] };
}

/**
 * Returns the indexes of the files in an order in which they can be read: lookup files before the files that join them.
 */
export function readingOrder(tables: readonly InspectedTable[]): number[] {
  const depths = tables.map(depthOf);
  return tables.map((_, i) => i).sort((a, b) => depths[a]! - depths[b]! || a - b);
}

/** Length of the chain of lookup files that a file depends on; 0 if it joins none. */
function depthOf({ opened, inspection }: InspectedTable): number {
  try {
    const { rules, preset } = inspection();
    return rules?.join && preset !== null ? joinDepth(rules, requirePreset(preset, opened.savedPresets).files) : 0;
  } catch {
    // Reading the file will report the error.
    return 0;
  }
}

function joinDepth({ join = [] }: PresetFile, files: readonly PresetFile[]): number {
  const depths = join.flatMap(({ file }) =>
    files.filter(({ name }) => name === file).map((presetFile) => joinDepth(presetFile, files)),
  );
  return depths.length === 0 ? 0 : 1 + Math.max(...depths);
}
