import type { Database } from 'better-sqlite3';
import type { StepResult } from '../../../../shared/contract/import-effect.ts';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { FileResult } from '../../../../shared/contract/ingest.ts';
import { continuedImport } from '../../store/imports/continued-import.ts';
import { startUndoLog } from '../../store/imports/undo-log.ts';
import { lastId } from '../../store/names/dictionaries.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { prepareNames } from './prepare-names.ts';
import { recordImport } from './record-import.ts';
import { summariseFile } from './summarise-file.ts';
import { writeRows } from './write-rows.ts';

interface Options {
  readonly synthetic: boolean;
  /** The results of the file's cleaning steps. */
  readonly steps: readonly StepResult[];
  /** Milliseconds without an event after which a session ends. */
  readonly idleMs: number;
  /** Whether the rows are added to the newest import if it is of a file of the same name. */
  readonly continues: boolean;
  /** Whether the transaction is rolled back after this file. */
  readonly isDiscarded: boolean;
  /** Seconds since the import began. */
  seconds(): number;
  progress(rows: number, total: number): void;
}

/** Writes a loaded file to the store, within the caller's transaction. */
export async function writeFile(
  duck: DuckDb,
  db: Database,
  loaded: LoadedFile,
  options: Options,
): Promise<{ result: FileResult; report: QualityReport }> {
  const lastUser = lastId(db, 'users');
  const continued = options.continues ? continuedImport(db, loaded.opened.name) : null;
  const start = startUndoLog(db, continued);
  const presorted = await prepareNames(duck, db, loaded);
  const recorded = recordImport(db, loaded, start, { ...options, isContinued: continued !== null });
  const written = await writeRows(duck, db, loaded, recorded.id, presorted, options);
  const result = summariseFile(db, loaded, recorded, written, { ...options, lastUser });
  return { result, report: written.report };
}
