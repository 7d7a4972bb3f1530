import type { Database } from 'better-sqlite3';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { FileResult, ImportResult, PassedOver, StepResult } from '../../../../shared/contract/ingest.ts';
import type { JobContext } from '../../jobs/context.ts';
import { countSessions } from '../../store/events/count-sessions.ts';
import { stopUndoLog } from '../../store/imports/undo-log.ts';
import { countRows } from '../../store/names/dictionaries.ts';
import { unchecked } from '../../store/without-foreign-keys.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Loaded } from '../stage/load-file.ts';
import { loadDictionaries } from './dictionaries.ts';
import { IDLE_MS } from './sessions.ts';
import { writeFile } from './write-file.ts';

/** What describes users and items is written first, so that events can rest upon it. */
const ORDER = { identities: 0, lookup: 0, users: 1, items: 2, events: 3 } as const;

/** Files that merge names come before others of their kind. */
const orderOf = ({ inspection, staged }: Loaded) => ORDER[inspection.kind] - (staged.fields.has('alias') ? 0.5 : 0);

interface Options {
  readonly synthetic: boolean;
  /** Whether it is undone at the end, as if it had not been. */
  readonly dryRun: boolean;
  /** What each step did to each file. */
  readonly steps: ReadonlyMap<Loaded, StepResult[]>;
  /** Minutes without an event after which a session ends; half an hour where it is not given. */
  readonly idleMinutes?: number | undefined;
  /** Tables that are passed over. */
  readonly passed: readonly PassedOver[];
  /** When the import began, by `performance.now()`. */
  readonly start: number;
}

export interface Written {
  readonly result: ImportResult;
  /** In the order of the files. */
  readonly reports: readonly QualityReport[];
}

/** Puts loaded files into the store in one transaction. */
export async function writeFiles(
  duck: Duck,
  loaded: readonly Loaded[],
  options: Options,
  context: JobContext,
): Promise<Written> {
  const { db } = context.workspace;
  const { synthetic, dryRun, steps, start } = options;
  const idleMs = options.idleMinutes === undefined ? IDLE_MS : options.idleMinutes * 60_000;
  const seconds = () => (performance.now() - start) / 1000;
  const progress = (done: number, total: number) => {
    context.checkCancelled();
    context.progress({ stage: 'import.write', done, total, unit: 'rows' });
  };
  return unchecked(db, !dryRun, async () => {
    await loadDictionaries(duck, db);
    const written = new Map<Loaded, Awaited<ReturnType<typeof writeFile>>>();
    for (const one of loaded.toSorted((a, b) => orderOf(a) - orderOf(b))) {
      const how = { synthetic, idleMs, steps: steps.get(one) ?? [], seconds, progress };
      written.set(one, await writeFile(duck, db, one, how));
      await duck.run(`DROP TABLE ${one.staged.table}`);
    }
    stopUndoLog(db);
    const inOrder = loaded.flatMap((one) => written.get(one) ?? []);
    const files = inOrder.map(({ result }) => (dryRun ? { ...result, import: null } : result));
    const result = { ...summarise(files, db, seconds()), passedOver: [...options.passed] };
    return { result, reports: inOrder.map(({ report }) => report) };
  });
}

function summarise(files: FileResult[], db: Database, seconds: number): Omit<ImportResult, 'passedOver'> {
  const sum = (of: 'rows' | 'events' | 'rejected' | 'duplicates' | 'described' | 'dropped' | 'replaced') =>
    files.reduce((total, file) => total + file[of], 0);
  return {
    rows: sum('rows'),
    events: sum('events'),
    rejected: sum('rejected'),
    duplicates: sum('duplicates'),
    described: sum('described'),
    dropped: sum('dropped'),
    replaced: sum('replaced'),
    users: countRows(db, 'users'),
    items: countRows(db, 'items'),
    sessions: countSessions(db),
    seconds,
    files,
  };
}
