import type { Database } from 'better-sqlite3';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { FileResult, StepResult } from '../../../../shared/contract/ingest.ts';
import { addToSummary, renewSummary } from '../../store/events/event-summary.ts';
import { joinSessions } from '../../store/events/join-sessions.ts';
import { hasEvents } from '../../store/events/stored-events.ts';
import { saveReport } from '../../store/imports/import-reports.ts';
import { addImport, addRejected, finishImport } from '../../store/imports/imports.ts';
import { setBefore, startUndoLog } from '../../store/imports/undo-log.ts';
import { completenessAndTime } from '../report/completeness-and-time.ts';
import { EventTally } from '../report/event-tally.ts';
import { recallOf } from '../saved-presets/remember-mapping.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Loaded } from '../stage/load-file.ts';
import { addItemNames, addItems } from './add-items.ts';
import { addEventNames, numberNames, storeNames } from './dictionaries.ts';
import { writeIdentities } from './merge-identities.ts';
import { replaceByKey } from './replace-by-key.ts';
import { sortEvents } from './sorted-events.ts';
import { writeAttributes } from './write-attributes.ts';
import { writeEvents } from './write-events.ts';

interface Options {
  readonly synthetic: boolean;
  readonly steps: readonly StepResult[];
  /** Milliseconds without an event after which a session ends. */
  readonly idleMs: number;
  /** Seconds since the import began. */
  seconds(): number;
  progress(rows: number, total: number): void;
}

/** Puts a loaded file into the store, within the caller's transaction. */
export async function writeFile(
  duck: Duck,
  db: Database,
  loaded: Loaded,
  options: Options,
): Promise<{ result: FileResult; report: QualityReport }> {
  const { opened, inspection, staged, repeats, zone, sha256 } = loaded;
  const { kind, mapping, preset } = inspection;
  const { timeKind } = staged;
  const { before } = startUndoLog(db);
  const isEvents = kind === 'events';
  const { key } = opened.request;
  const lastItem = await addItemNames(duck, db, staged);
  const hasUsers = staged.fields.has('user') && kind !== 'identities';
  const lastUser = hasUsers ? await numberNames(duck, db, 'users', staged.table, 'user') : null;
  if (isEvents) await addEventNames(duck, db, staged);
  const [early] = await both(
    isEvents && !key ? sortEvents(duck, staged) : null,
    duck.beside(async (other) => lastUser !== null && storeNames(other, db, 'users', lastUser)),
  );
  // Before the record of this import: what items rest upon is what earlier imports said.
  await addItems(duck, db, staged, kind, lastItem, early);
  const { name, source } = opened;
  const { synthetic, idleMs } = options;
  const steps = [...filterStep(staged.filtered), ...options.steps];
  const privacy = loaded.privacy.columns.map(({ place: _, ...told }) => told);
  const record = {
    file: name,
    sha256,
    kind,
    timeKind,
    mapping,
    preset,
    zone,
    repeats,
    recall: recallOf(opened, inspection),
    dialect: inspection.dialect,
    synthetic,
    source,
    steps,
    columns: inspection.columns,
    privacy,
  };
  const id = addImport(db, record);
  setBefore(db, id, before);
  addRejected(db, id, loaded.rejected);
  await writeIdentities(duck, db, loaded, id);
  await writeAttributes(duck, db, staged);
  const dropped = await duck.number(`SELECT count(*) FROM ${staged.table} WHERE bad IS NULL AND dropped IS NOT NULL`);
  const usable = staged.rows - staged.bad - dropped;
  const { replaced, duplicates } =
    isEvents && key ? await replaceByKey(duck, db, staged, key) : { replaced: 0, duplicates: 0 };
  const sorted = early ?? (isEvents ? await sortEvents(duck, staged) : null);
  const grows = hasEvents(db);
  const tally = new EventTally({ hasSessions: staged.fields.has('session'), timeKind, idleMs });
  const describing = duck.beside((other) => completenessAndTime(other, staged, sorted));
  const [events, described] = await both(
    sorted
      ? writeEvents(duck, db, staged, sorted, {
          import: id,
          repeats,
          idleMs,
          tally,
          progress: (rows) => options.progress(rows, usable),
          async afterReading() {
            await describing;
            await duck.run(`DROP TABLE ${sorted.table}`);
          },
        })
      : null,
    describing,
  );
  const report = { ...described, ...tally.spreads() };
  const { summary = null, ...written } = events ?? { events: 0, duplicates: 0 };
  if (replaced > 0) renewSummary(db);
  else if (summary) addToSummary(db, summary, !grows);
  const dated = timeKind === 'clock' || timeKind === 'date';
  if (grows && written.events > 0 && dated && !staged.fields.has('session'))
    joinSessions(db, id, before.users, timeKind === 'clock' ? idleMs : 0);
  saveReport(db, id, report);
  const counts = {
    rows: usable + dropped + loaded.rejectedCount,
    ...written,
    duplicates: written.duplicates + duplicates,
    rejected: loaded.rejectedCount,
    described: kind === 'events' ? 0 : usable,
    dropped,
    replaced,
  };
  assertComplete(counts);
  finishImport(db, id, { ...counts, seconds: options.seconds() });
  const result = {
    ...counts,
    file: opened.request.file,
    source,
    steps,
    import: id,
    kind,
    timeKind,
    preset,
    mapping,
    repeats,
    privacy,
  };
  return { result, report };
}

/** Waits for the end of both, and only then throws what the first to fail threw: neither goes on unseen. */
async function both<A, B>(a: Promise<A> | null, b: Promise<B>): Promise<[A | null, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}

/** What a preset's filter left out, as a step. */
function filterStep(rows: number): StepResult[] {
  return rows === 0 ? [] : [{ step: 'filter', rows, leavesOut: true }];
}

/** Every row is accounted for, or the import is undone. */
function assertComplete(
  counts: Pick<FileResult, 'rows' | 'events' | 'duplicates' | 'rejected' | 'described' | 'dropped'>,
): void {
  const { rows, events, duplicates, rejected, described, dropped } = counts;
  const accounted = events + duplicates + rejected + described + dropped;
  if (rows !== accounted) {
    throw new Error(`of ${rows} rows, ${accounted} are accounted for: ${JSON.stringify(counts)}`);
  }
}
