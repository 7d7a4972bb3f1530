import type { Database } from 'better-sqlite3';
import type { StepResult } from '../../../../shared/contract/import-effect.ts';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { FileResult, ImportResult, SkippedTable } from '../../../../shared/contract/ingest.ts';
import type { WorkspaceSettings } from '../../../../shared/contract/workspace.ts';
import type { JobContext } from '../../jobs/context.ts';
import { stopUndoLog } from '../../store/imports/undo-log.ts';
import { countRows } from '../../store/names/dictionaries.ts';
import { withoutForeignKeys } from '../../store/without-foreign-keys.ts';
import { proposeSettings } from '../settings/propose-settings.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { loadDictionaries } from './dictionaries.ts';
import { IDLE_MS } from './sessions.ts';
import { writeFile } from './write-file.ts';

/** Users and items are written before events, since events depend on them. */
const ORDER = { identities: 0, lookup: 0, users: 1, items: 2, events: 3 } as const;

/** Files that merge names are written before others of their kind. */
const writeOrder = ({ inspection, staged }: LoadedFile) =>
  ORDER[inspection.kind] - (staged.fields.has('alias') ? 0.5 : 0);

interface Options {
  readonly synthetic: boolean;
  /** Whether the transaction is rolled back at the end. */
  readonly dryRun: boolean;
  /** Whether rows are added to the newest import if it is of a file of the same name. */
  readonly continues: boolean;
  /** The results of each file's cleaning steps. */
  readonly steps: ReadonlyMap<LoadedFile, StepResult[]>;
  /** Minutes without an event after which a session ends; 30 by default. */
  readonly idleMinutes?: number | undefined;
  /** Settings for a workspace that has none yet, instead of proposed ones. */
  readonly settings?: Partial<WorkspaceSettings> | undefined;
  /** Skipped tables. */
  readonly skipped: readonly SkippedTable[];
  /** Start of the import, by `performance.now()`. */
  readonly start: number;
}

export interface WriteFilesResult {
  readonly result: ImportResult;
  /** In file order. */
  readonly reports: readonly QualityReport[];
}

/** Writes loaded files to the store in one transaction. */
export async function writeFiles(
  duck: DuckDb,
  loaded: readonly LoadedFile[],
  options: Options,
  context: JobContext,
): Promise<WriteFilesResult> {
  const { db } = context.workspace;
  const { synthetic, dryRun, continues, steps, start } = options;
  const idleMs = options.idleMinutes === undefined ? IDLE_MS : options.idleMinutes * 60_000;
  const seconds = () => (performance.now() - start) / 1000;
  const progress = (done: number, total: number) => {
    context.checkCancelled();
    context.progress({ stage: 'import.write', done, total, unit: 'rows' });
  };
  return withoutForeignKeys(db, !dryRun, async () => {
    await proposeSettings(duck, db, loaded, options.settings ?? {});
    await loadDictionaries(duck, db);
    const resultsByFile = new Map<LoadedFile, Awaited<ReturnType<typeof writeFile>>>();
    const ordered = loaded.toSorted((a, b) => writeOrder(a) - writeOrder(b));
    for (const loadedFile of ordered) {
      const isDiscarded = dryRun && loadedFile === ordered.at(-1);
      const fileSteps = steps.get(loadedFile) ?? [];
      const fileOptions = { synthetic, continues, idleMs, isDiscarded, steps: fileSteps, seconds, progress };
      resultsByFile.set(loadedFile, await writeFile(duck, db, loadedFile, fileOptions));
      await duck.run(`DROP TABLE ${loadedFile.staged.table}`);
    }
    stopUndoLog(db);
    const inOrder = loaded.flatMap((loadedFile) => resultsByFile.get(loadedFile) ?? []);
    const files = inOrder.map(({ result }) => (dryRun ? { ...result, import: null } : result));
    const result = { ...summarise(files, db, seconds()), skippedTables: [...options.skipped] };
    return { result, reports: inOrder.map(({ report }) => report) };
  });
}

function summarise(files: FileResult[], db: Database, seconds: number): Omit<ImportResult, 'skippedTables'> {
  const sum = (key: 'rows' | 'events' | 'rejected' | 'duplicates' | 'metadataRows' | 'dropped' | 'replaced') =>
    files.reduce((total, file) => total + file[key], 0);
  return {
    rows: sum('rows'),
    events: sum('events'),
    rejected: sum('rejected'),
    duplicates: sum('duplicates'),
    metadataRows: sum('metadataRows'),
    dropped: sum('dropped'),
    replaced: sum('replaced'),
    users: countRows(db, 'users'),
    items: countRows(db, 'items'),
    sessions: countRows(db, 'sessions'),
    seconds,
    files,
  };
}
