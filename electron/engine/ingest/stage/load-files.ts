import type { PassedOver } from '../../../../shared/contract/ingest.ts';
import type { JobContext } from '../../jobs/context.ts';
import { inspect } from '../detect/inspect.ts';
import type { PresetFile } from '../detect/preset.ts';
import { presetNamed } from '../detect/presets.ts';
import type { Opened } from '../open/opened-table.ts';
import { requireAskedColumns } from '../privacy/require-columns.ts';
import type { Duck } from './duckdb.ts';
import { type Loaded, loadFile } from './load-file.ts';
import { Lookups } from './lookups.ts';
import { passedOver } from './skipped-tables.ts';

/**
 * Reads files into the table engine, those that others look up in first; they come back in the order given, without tables
 * that can be passed over. Throws what `loadFile` throws, and PRIVACY_UNKNOWN_COLUMN.
 */
export async function loadFiles(
  duck: Duck,
  opened: readonly Opened[],
  context: JobContext,
): Promise<{ loaded: Loaded[]; passed: PassedOver[] }> {
  const found: Loaded[] = [];
  const passed = new Map<PassedOver, unknown>();
  const lookups = new Lookups();
  for (const i of readingOrder(opened)) {
    try {
      found[i] = await loadFile(duck, opened[i]!, i + 1, context, lookups);
    } catch (error) {
      const passing = passedOver(opened[i]!, error);
      if (!passing) throw error;
      passed.set(passing, error);
    }
  }
  await lookups.drop(duck);
  const loaded = found.flat();
  for (const [{ file }, error] of passed) if (!loaded.some((one) => one.opened.request.file === file)) throw error;
  requireAskedColumns(loaded);
  return { loaded, passed: [...passed.keys()] };
}

/** The places of files in the order in which they can be read: those that others look up in come first. */
export function readingOrder(opened: readonly (Opened | null)[]): number[] {
  const depths = opened.map((one) => (one ? depthOf(one) : 0));
  return opened.map((_, i) => i).sort((a, b) => depths[a]! - depths[b]! || a - b);
}

/** How many files must be read before: a file that looks up in one that looks up in another comes third. */
function depthOf(opened: Opened): number {
  try {
    const { rules, preset } = inspect(opened.request, opened);
    return rules?.join && preset !== null ? joinDepth(rules, presetNamed(preset, opened.saved).files) : 0;
  } catch {
    // What is wrong with it is said when it is read.
    return 0;
  }
}

function joinDepth({ join = [] }: PresetFile, files: readonly PresetFile[]): number {
  const depths = join.flatMap(({ file }) =>
    files.filter(({ name }) => name === file).map((one) => joinDepth(one, files)),
  );
  return depths.length === 0 ? 0 : 1 + Math.max(...depths);
}
