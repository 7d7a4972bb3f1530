import type { Database } from 'better-sqlite3';
import type { FileResult } from '../../../../shared/contract/ingest.ts';
import { addToSummary, recomputeSummary } from '../../store/events/event-summary.ts';
import { joinSessions } from '../../store/events/join-sessions.ts';
import { addCounts } from '../../store/imports/continued-import.ts';
import { saveReport } from '../../store/imports/import-reports.ts';
import { finishImport } from '../../store/imports/imports.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import type { RecordedImport } from './record-import.ts';
import type { WrittenRows } from './write-rows.ts';

interface Options {
  /** Milliseconds without an event after which a session ends. */
  readonly idleMs: number;
  /** Greatest id of a user before the import. */
  readonly lastUser: number;
  /** Seconds since the import began. */
  seconds(): number;
}

/**
 * Updates what the store derives from events, joins sessions that the new events connect, and completes the record of
 * the import. Throws if not every row is accounted for, which rolls back the import.
 */
export function summariseFile(
  db: Database,
  { opened, inspection: { kind, mapping, preset }, staged, repeats, rejectedCount }: LoadedFile,
  { id, source, steps, privacy, isContinued }: RecordedImport,
  { dropped, usable, events, duplicates, replaced, hadEvents, summary, report }: WrittenRows,
  { idleMs, lastUser, seconds }: Options,
): FileResult {
  const { timeKind } = staged;
  if (replaced > 0) recomputeSummary(db);
  else if (summary) addToSummary(db, summary, !hadEvents);
  const hasDates = timeKind === 'clock' || timeKind === 'date';
  if (hadEvents && events > 0 && hasDates && !staged.fields.has('session'))
    joinSessions(db, id, lastUser, timeKind === 'clock' ? idleMs : 0);
  if (!isContinued) saveReport(db, id, report);
  const metadataRows = kind === 'events' ? 0 : usable;
  const rows = usable + dropped + rejectedCount;
  const counts = { rows, events, duplicates, rejected: rejectedCount, metadataRows, dropped, replaced };
  assertComplete(counts);
  (isContinued ? addCounts : finishImport)(db, id, { ...counts, seconds: seconds() });
  return {
    ...counts,
    ...{ file: opened.request.file, source, import: id, kind, timeKind, preset, mapping, repeats },
    steps: [...steps],
    privacy: [...privacy],
  };
}

function assertComplete(
  counts: Pick<FileResult, 'rows' | 'events' | 'duplicates' | 'rejected' | 'metadataRows' | 'dropped'>,
): void {
  const { rows, events, duplicates, rejected, metadataRows, dropped } = counts;
  const accounted = events + duplicates + rejected + metadataRows + dropped;
  if (rows !== accounted) {
    throw new Error(`of ${rows} rows, ${accounted} are accounted for: ${JSON.stringify(counts)}`);
  }
}
