import type { Database } from 'better-sqlite3';
import type { FileResult, ImportFile, ImportResult } from '../../../shared/contract/ingest.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { countSessions } from '../store/count-sessions.ts';
import { countRows } from '../store/dictionaries.ts';
import { loadDictionaries } from './dictionaries.ts';
import { type Duck, withDuck } from './duck.ts';
import { type Loaded, loadFile } from './load-file.ts';
import { writeFile } from './write-file.ts';

export interface ImportRequest {
  readonly files: readonly ImportFile[];
  /** Whether the data was generated and does not come from a real shop. */
  readonly synthetic?: boolean;
  /** Goes through everything, then undoes it. */
  readonly dryRun?: boolean;
}

/** What describes users and items is written first, so that events can rest upon it. */
const ORDER = { users: 0, items: 1, events: 2 } as const;

/**
 * Imports files in one transaction: after it, and after a crash at any moment, all of it is in the workspace or nothing.
 * Everything is read and understood before the first row is written. Throws FILE_…, MAPPING_…, UNKNOWN_PRESET,
 * UNKNOWN_ZONE, NO_ROW_USABLE, DISK_FULL.
 */
export const importJob: JobFunction<ImportRequest, ImportResult> = (request, context) =>
  withDuck(context, async (duck) => {
    const start = performance.now();
    const loaded: Loaded[] = [];
    for (const [number, file] of request.files.entries()) {
      loaded.push(await loadFile(duck, file, number + 1, context));
    }
    return write(duck, loaded, request, context, start);
  });

async function write(duck: Duck, loaded: Loaded[], request: ImportRequest, context: JobContext, start: number) {
  const { db } = context.workspace;
  const seconds = () => (performance.now() - start) / 1000;
  return inTransaction(db, request.dryRun !== true, async () => {
    await loadDictionaries(duck, db);
    const results = new Map<Loaded, FileResult>();
    for (const one of loaded.toSorted((a, b) => ORDER[a.inspection.kind] - ORDER[b.inspection.kind])) {
      const result = await writeFile(duck, db, one, {
        synthetic: request.synthetic === true,
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
  const sum = (of: 'rows' | 'events' | 'rejected' | 'duplicates' | 'described') =>
    files.reduce((total, file) => total + file[of], 0);
  return {
    rows: sum('rows'),
    events: sum('events'),
    rejected: sum('rejected'),
    duplicates: sum('duplicates'),
    described: sum('described'),
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
