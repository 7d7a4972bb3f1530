import type { Database } from 'better-sqlite3';
import type { FileResult, ImportFile, ImportResult, StepResult } from '../../../shared/contract/ingest.ts';
import type { Cleaning } from '../../../shared/domain/cleaning.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { countSessions } from '../store/count-sessions.ts';
import { countRows } from '../store/dictionaries.ts';
import { clean } from './clean/clean.ts';
import { loadDictionaries } from './dictionaries.ts';
import { type Duck, withDuck } from './duck.ts';
import { type Loaded, loadFile } from './load-file.ts';
import { openFiles } from './open/open-files.ts';
import { writeFile } from './write-file.ts';

export interface ImportRequest {
  readonly files: readonly ImportFile[];
  readonly cleaning?: Cleaning;
  /** Whether the data was generated and does not come from a real shop. */
  readonly synthetic?: boolean;
  /** Goes through everything, then undoes it. */
  readonly dryRun?: boolean;
}

/** What describes users and items is written first, so that events can rest upon it. */
const ORDER = { lookup: 0, identities: 0, users: 1, items: 2, events: 3 } as const;

/**
 * Imports files in one transaction: after it, and after a crash at any moment, all of it is in the workspace or nothing.
 * Everything is read and understood before the first row is written. Throws FILE_…, MAPPING_…, UNKNOWN_PRESET,
 * UNKNOWN_ZONE, NO_ROW_USABLE, DISK_FULL.
 */
export const importJob: JobFunction<ImportRequest, ImportResult> = (request, context) =>
  withDuck(context, async (duck) => {
    const start = performance.now();
    const loaded: Loaded[] = [];
    for (const [number, opened] of (await openFiles(request.files, duck.folder, context)).entries()) {
      loaded.push(await loadFile(duck, opened, number + 1, context));
    }
    const steps = await clean(duck, loaded, request.cleaning ?? {}, context);
    return write(duck, loaded, steps, request, context, start);
  });

async function write(
  duck: Duck,
  loaded: Loaded[],
  steps: Map<Loaded, StepResult[]>,
  request: ImportRequest,
  context: JobContext,
  start: number,
) {
  const { db } = context.workspace;
  const seconds = () => (performance.now() - start) / 1000;
  return inTransaction(db, request.dryRun !== true, async () => {
    await loadDictionaries(duck, db);
    const results = new Map<Loaded, FileResult>();
    for (const one of loaded.toSorted((a, b) => ORDER[a.inspection.kind] - ORDER[b.inspection.kind])) {
      const result = await writeFile(duck, db, one, {
        synthetic: request.synthetic === true,
        steps: steps.get(one) ?? [],
        seconds,
        progress(done, total) {
          context.checkCancelled();
          context.progress({ stage: 'import.write', done, total, unit: 'rows' });
        },
      });
      await duck.run(`DROP TABLE ${one.staged.table}`);
      results.set(one, request.dryRun ? { ...result, import: null } : result);
    }
    return summarise(
      loaded.flatMap((one) => results.get(one) ?? []),
      db,
      seconds(),
    );
  });
}

function summarise(files: FileResult[], db: Database, seconds: number): ImportResult {
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

/** Ids are looked up before they are used, so that checking each reference again would only cost time. */
async function inTransaction<T>(db: Database, keep: boolean, work: () => Promise<T>): Promise<T> {
  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      db.exec(keep ? 'COMMIT' : 'ROLLBACK');
      return result;
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
