import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Examination, ExaminedFile } from '../../../../shared/contract/examine.ts';
import type { ImportFile, PassedOver } from '../../../../shared/contract/ingest.ts';
import type { JobContext, JobFunction } from '../../jobs/context.ts';
import { clean } from '../clean/clean.ts';
import type { ImportRequest } from '../import-job.ts';
import type { Opened } from '../open/opened-table.ts';
import { type Duck, withDuck } from '../stage/duckdb.ts';
import { type Loaded, loadFile } from '../stage/load-file.ts';
import { readingOrder } from '../stage/load-files.ts';
import { Lookups } from '../stage/lookups.ts';
import { openTables } from '../stage/open-tables.ts';
import { passedOver } from '../stage/skipped-tables.ts';
import { mergeIdentities } from '../write/merge-identities.ts';
import { type Written, writeFiles } from '../write/write-files.ts';
import { unmapped, unopened } from './describe-failed-file.ts';
import { type Described, describeFile } from './describe-file.ts';
import { fileProblems } from './file-problems.ts';
import { rejectedProblems } from './rejected-problems.ts';
import { countRepeats, knownEvents, repeatProblems } from './repeat-problems.ts';
import { stepProblems } from './step-problems.ts';

/** A table that could be loaded and described, or what is to be said of a file that could not. */
type Examined = Sound | Failed;

interface Failed {
  readonly failed: ExaminedFile;
  /** Whether the import can go on without it. */
  readonly passed: PassedOver | null;
}

interface Sound {
  readonly loaded: Loaded;
  readonly described: Described;
  /** Rows that repeat another of the file in every field. */
  readonly repeats: number;
}

/**
 * Reads whole files, describes them as they stand, and tries the import that was asked for without keeping anything of it.
 * Where a file cannot be imported it says why, and tries nothing. Throws UNKNOWN_PRESET, MAPPING_SYNTAX, DISK_FULL.
 */
export const examineJob: JobFunction<ImportRequest, Examination> = (request, context) =>
  withDuck(context, async (duck) => {
    const start = performance.now();
    const opened: (Opened | ExaminedFile)[] = [];
    for (const [i, file] of request.files.entries())
      opened.push(...(await openOne(file, request.presets ?? [], join(duck.folder, `file-${i}`), context)));
    const examined = await examineTables(duck, opened, context);
    const loaded = examined.flatMap((one) => ('loaded' in one ? one.loaded : []));
    const passed = passedBeside(loaded, examined);
    const tried = passed ? await tryImport(duck, loaded, passed, request, context, start) : null;
    const places = new Map(loaded.map((one, place) => [one, place]));
    const files = examined.map((one) =>
      'failed' in one ? one.failed : finish(one, tried, places.get(one.loaded) ?? 0, context),
    );
    return { files, result: tried?.result ?? null, seconds: (performance.now() - start) / 1000 };
  });

/** The tables that an import passes over; null where it must fail instead, as there is one that it cannot do without. */
function passedBeside(loaded: readonly Loaded[], examined: readonly Examined[]): PassedOver[] | null {
  const files = new Set(loaded.map(({ opened }) => opened.request.file));
  const passed: PassedOver[] = [];
  for (const one of examined) {
    if ('loaded' in one) continue;
    if (!one.passed || !files.has(one.passed.file)) return null;
    passed.push(one.passed);
  }
  return passed;
}

async function openOne(
  file: ImportFile,
  presets: readonly unknown[],
  folder: string,
  context: JobContext,
): Promise<(Opened | ExaminedFile)[]> {
  mkdirSync(folder);
  try {
    return await openTables([file], presets, folder, context);
  } catch (error) {
    return [unopened(file, error)];
  }
}

/** In the order given, although files that others look up in are read first. */
async function examineTables(
  duck: Duck,
  found: readonly (Opened | ExaminedFile)[],
  context: JobContext,
): Promise<Examined[]> {
  const opened = found.flatMap((one) => ('request' in one ? one : []));
  const examined = new Map<Opened, Examined>();
  const lookups = new Lookups();
  for (const i of readingOrder(opened)) {
    const one = opened[i]!;
    examined.set(one, await examineTable(duck, one, i + 1, context, lookups));
  }
  await lookups.drop(duck);
  return found.flatMap((one) => ('request' in one ? (examined.get(one) ?? []) : { failed: one, passed: null }));
}

async function examineTable(
  duck: Duck,
  opened: Opened,
  number: number,
  context: JobContext,
  lookups: Lookups,
): Promise<Examined> {
  let loaded: Loaded;
  try {
    loaded = await loadFile(duck, opened, number, context, lookups);
  } catch (error) {
    return { failed: await unmapped(duck, opened, duck.folder, error), passed: passedOver(opened, error) };
  }
  context.progress({ stage: 'import.describe', done: 0, total: loaded.staged.rows, unit: 'rows' });
  const described = await describeFile(duck, loaded);
  return { loaded, described, repeats: await countRepeats(duck, loaded.staged) };
}

async function tryImport(
  duck: Duck,
  loaded: readonly Loaded[],
  passed: readonly PassedOver[],
  request: ImportRequest,
  context: JobContext,
  start: number,
): Promise<Written> {
  const { cleaning = {}, synthetic = false } = request;
  await mergeIdentities(duck, context.workspace.db, loaded);
  const steps = await clean(duck, loaded, cleaning, context);
  const options = { synthetic, dryRun: true, steps, start, passed, idleMinutes: cleaning.sessions?.idleMinutes };
  return writeFiles(duck, loaded, options, context);
}

/** Adds what the trial tells. */
function finish(sound: Sound, tried: Written | null, place: number, context: JobContext): ExaminedFile {
  const { loaded, described, repeats } = sound;
  const result = tried?.result.files[place];
  const report = tried?.reports[place] ?? null;
  const problems = [
    ...rejectedProblems(loaded),
    ...repeatProblems(context.workspace.db, loaded, repeats),
    ...(result ? knownEvents(result, repeats) : []),
    ...(described.steps ? stepProblems(described.steps) : []),
    ...fileProblems(loaded, described, report),
  ];
  const order = { error: 0, warning: 1, note: 2 };
  return { ...described, problems: problems.sort((a, b) => order[a.severity] - order[b.severity]), report };
}
