import type { Database } from 'better-sqlite3';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { FileResult, StepResult } from '../../../../shared/contract/ingest.ts';
import { addToSummary, recomputeSummary } from '../../store/events/event-summary.ts';
import { joinSessions } from '../../store/events/join-sessions.ts';
import { hasEvents } from '../../store/events/stored-events.ts';
import { saveReport } from '../../store/imports/import-reports.ts';
import { addImport, finishImport } from '../../store/imports/imports.ts';
import { addRejected } from '../../store/imports/rejected-rows.ts';
import { setBefore, startUndoLog } from '../../store/imports/undo-log.ts';
import { completenessAndTime } from '../report/completeness-and-time.ts';
import { EventTally } from '../report/event-tally.ts';
import { rememberedMappingOf } from '../saved-presets/remember-mapping.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { addItemNames, addItems } from './add-items.ts';
import { addEventNames, assignNameIds, storeNames } from './dictionaries.ts';
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

/** Writes a loaded file to the store, within the caller's transaction. */
export async function writeFile(
  duck: DuckDb,
  db: Database,
  loaded: LoadedFile,
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
  const lastUser = hasUsers ? await assignNameIds(duck, db, 'users', staged.table, 'user') : null;
  if (isEvents) await addEventNames(duck, db, staged);
  const [presorted] = await awaitBoth(
    isEvents && !key ? sortEvents(duck, staged) : null,
    duck.onSecondConnection(async (other) => lastUser !== null && storeNames(other, db, 'users', lastUser)),
  );
  // Before this import is recorded: only the fields of earlier imports' events count here.
  await addItems(duck, db, staged, kind, lastItem, presorted);
  const { name, source } = opened;
  const { synthetic, idleMs } = options;
  const steps = [...filterStep(staged.filtered), ...options.steps];
  const privacy = loaded.privacy.columns.map(({ place: _, ...column }) => column);
  const record = {
    file: name,
    sha256,
    kind,
    timeKind,
    mapping,
    preset,
    zone,
    repeats,
    recall: rememberedMappingOf(opened, inspection),
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
  const sorted = presorted ?? (isEvents ? await sortEvents(duck, staged) : null);
  const hadEvents = hasEvents(db);
  const tally = new EventTally({ hasSessions: staged.fields.has('session'), timeKind, idleMs });
  const description = duck.onSecondConnection((other) => completenessAndTime(other, staged, sorted));
  const [events, tableReport] = await awaitBoth(
    sorted
      ? writeEvents(duck, db, staged, sorted, {
          import: id,
          repeats,
          idleMs,
          tally,
          progress: (rows) => options.progress(rows, usable),
          async afterReading() {
            await description;
            await duck.run(`DROP TABLE ${sorted.table}`);
          },
        })
      : null,
    description,
  );
  const report = { ...tableReport, ...tally.spreads() };
  const { summary = null, ...eventCounts } = events ?? { events: 0, duplicates: 0 };
  if (replaced > 0) recomputeSummary(db);
  else if (summary) addToSummary(db, summary, !hadEvents);
  const hasDates = timeKind === 'clock' || timeKind === 'date';
  if (hadEvents && eventCounts.events > 0 && hasDates && !staged.fields.has('session'))
    joinSessions(db, id, before.users, timeKind === 'clock' ? idleMs : 0);
  saveReport(db, id, report);
  const counts = {
    rows: usable + dropped + loaded.rejectedCount,
    ...eventCounts,
    duplicates: eventCounts.duplicates + duplicates,
    rejected: loaded.rejectedCount,
    metadataRows: kind === 'events' ? 0 : usable,
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

/**
 * Waits for both promises to settle and only then rethrows an error (that of `a` first), so that neither continues
 * unobserved.
 */
async function awaitBoth<A, B>(a: Promise<A> | null, b: Promise<B>): Promise<[A | null, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}

/** The rows excluded by a preset's filter, as a step. */
function filterStep(rows: number): StepResult[] {
  return rows === 0 ? [] : [{ step: 'filter', rows, leavesOut: true }];
}

/** Throws if not every row is accounted for, which rolls back the import. */
function assertComplete(
  counts: Pick<FileResult, 'rows' | 'events' | 'duplicates' | 'rejected' | 'metadataRows' | 'dropped'>,
): void {
  const { rows, events, duplicates, rejected, metadataRows, dropped } = counts;
  const accounted = events + duplicates + rejected + metadataRows + dropped;
  if (rows !== accounted) {
    throw new Error(`of ${rows} rows, ${accounted} are accounted for: ${JSON.stringify(counts)}`);
  }
}
