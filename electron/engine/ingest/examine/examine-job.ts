import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Examination, ExaminedFile, Problem } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { SkippedTable } from '../../../../shared/contract/ingest.ts';
import type { JobContext, JobFunction } from '../../jobs/context.ts';
import { clean } from '../clean/clean.ts';
import type { InspectedTable } from '../detect/inspected-table.ts';
import type { ImportRequest } from '../import-job.ts';
import { type DuckDb, withDuckDb } from '../stage/duckdb.ts';
import { type LoadedFile, loadFile } from '../stage/load-file.ts';
import { readingOrder } from '../stage/load-files.ts';
import { Lookups } from '../stage/lookups.ts';
import { openTables } from '../stage/open-tables.ts';
import { asSkippedTable } from '../stage/skipped-tables.ts';
import { mergeIdentities } from '../write/merge-identities.ts';
import { type WriteFilesResult, writeFiles } from '../write/write-files.ts';
import { choicesOf } from './choices.ts';
import { describeUnmapped, describeUnopened } from './describe-failed-file.ts';
import { describeFile, type FileDescription } from './describe-file.ts';
import { fileProblems } from './file-problems.ts';
import { rejectedProblems } from './rejected-problems.ts';
import { countRepeats, knownEventProblems, repeatProblems } from './repeat-problems.ts';
import { stepProblems } from './step-problems.ts';

/** A table that was loaded and described, or the description of a file that could not be loaded. */
type ExaminedTable = SoundTable | FailedTable;

interface FailedTable {
  readonly failed: ExaminedFile;
  /** The skipped table if the import can continue without it; otherwise null. */
  readonly skipped: SkippedTable | null;
}

interface SoundTable {
  readonly loaded: LoadedFile;
  readonly described: FileDescription;
  /** Number of rows that repeat another row of the file in every field. */
  readonly repeats: number;
  readonly choices: readonly Problem[];
}

/**
 * Reads whole files, describes their contents, and tries the requested import, discarding its result. If a file cannot
 * be imported, reports the reason instead and tries nothing. Throws UNKNOWN_PRESET, MAPPING_SYNTAX, DISK_FULL.
 */
export const examineJob: JobFunction<ImportRequest, Examination> = (request, context) =>
  withDuckDb(context, async (duck) => {
    const start = performance.now();
    const opened: (InspectedTable | ExaminedFile)[] = [];
    for (const [i, file] of request.files.entries())
      opened.push(...(await openRequestedFile(file, request.presets ?? [], join(duck.folder, `file-${i}`), context)));
    const examined = await examineTables(duck, opened, context);
    const loaded = examined.flatMap((table) => ('loaded' in table ? table.loaded : []));
    const skipped = skippedTables(loaded, examined);
    const trial = skipped ? await tryImport(duck, loaded, skipped, request, context, start) : null;
    const indices = new Map(loaded.map((table, index) => [table, index]));
    const files = examined.map((table) =>
      'failed' in table ? table.failed : addTrialResult(table, trial, indices.get(table.loaded) ?? 0, context),
    );
    return { files, result: trial?.result ?? null, seconds: (performance.now() - start) / 1000 };
  });

/** The tables that the import skips; null if the import must fail, because it cannot continue without one of them. */
function skippedTables(loaded: readonly LoadedFile[], examined: readonly ExaminedTable[]): SkippedTable[] | null {
  const files = new Set(loaded.map(({ opened }) => opened.request.file));
  const skipped: SkippedTable[] = [];
  for (const table of examined) {
    if ('loaded' in table) continue;
    if (!table.skipped || !files.has(table.skipped.file)) return null;
    skipped.push(table.skipped);
  }
  return skipped;
}

async function openRequestedFile(
  file: ImportFile,
  presets: readonly unknown[],
  folder: string,
  context: JobContext,
): Promise<(InspectedTable | ExaminedFile)[]> {
  mkdirSync(folder);
  try {
    return await openTables([file], presets, folder, context);
  } catch (error) {
    return [describeUnopened(file, error)];
  }
}

/** Returns the results in the given order, although lookup files are read first. */
async function examineTables(
  duck: DuckDb,
  tables: readonly (InspectedTable | ExaminedFile)[],
  context: JobContext,
): Promise<ExaminedTable[]> {
  const opened = tables.flatMap((table) => ('opened' in table ? table : []));
  const examined = new Map<InspectedTable, ExaminedTable>();
  const lookups = new Lookups();
  for (const i of readingOrder(opened)) {
    const table = opened[i]!;
    examined.set(table, await examineTable(duck, table, i + 1, context, lookups));
  }
  await lookups.drop(duck);
  return tables.flatMap((table) =>
    'opened' in table ? (examined.get(table) ?? []) : { failed: table, skipped: null },
  );
}

async function examineTable(
  duck: DuckDb,
  table: InspectedTable,
  number: number,
  context: JobContext,
  lookups: Lookups,
): Promise<ExaminedTable> {
  let loaded: LoadedFile;
  try {
    loaded = await loadFile(duck, table, number, context, lookups);
  } catch (error) {
    return {
      failed: await describeUnmapped(duck, table, duck.folder, error),
      skipped: asSkippedTable(table.opened, error),
    };
  }
  context.progress({ stage: 'import.describe', done: 0, total: loaded.staged.rows, unit: 'rows' });
  const described = await describeFile(duck, loaded);
  const choices = await choicesOf(duck, loaded);
  return { loaded, described, choices, repeats: await countRepeats(duck, loaded.staged) };
}

async function tryImport(
  duck: DuckDb,
  loaded: readonly LoadedFile[],
  skipped: readonly SkippedTable[],
  request: ImportRequest,
  context: JobContext,
  start: number,
): Promise<WriteFilesResult> {
  const { cleaning = {}, synthetic = false } = request;
  await mergeIdentities(duck, context.workspace.db, loaded);
  const steps = await clean(duck, loaded, cleaning, context);
  const idleMinutes = cleaning.sessions?.idleMinutes;
  const options = { synthetic, dryRun: true, continues: false, steps, start, skipped, idleMinutes };
  return writeFiles(duck, loaded, options, context);
}

/** Adds the problems and the report found by the trial import. */
function addTrialResult(
  table: SoundTable,
  trial: WriteFilesResult | null,
  index: number,
  context: JobContext,
): ExaminedFile {
  const { loaded, described, repeats, choices } = table;
  const result = trial?.result.files[index];
  const report = trial?.reports[index] ?? null;
  const problems = [
    ...rejectedProblems(loaded),
    ...repeatProblems(context.workspace.db, loaded, repeats),
    ...(result ? knownEventProblems(result, repeats) : []),
    ...(described.steps ? stepProblems(described.steps) : []),
    ...fileProblems(loaded, described, report, choices),
  ];
  const order = { error: 0, warning: 1, note: 2 };
  return { ...described, problems: problems.sort((a, b) => order[a.severity] - order[b.severity]), report };
}
