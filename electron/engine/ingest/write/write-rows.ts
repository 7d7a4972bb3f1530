import type { Database } from 'better-sqlite3';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { EventSummary } from '../../store/events/event-summary.ts';
import { hasEvents } from '../../store/events/stored-events.ts';
import { namesById } from '../../store/names/name-lookup.ts';
import { importZone } from '../../store/workspace-settings.ts';
import { completenessAndTime } from '../report/completeness-and-time.ts';
import { EventTally } from '../report/event-tally.ts';
import { withoutRepeats } from '../report/over-time.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { awaitBoth } from './await-both.ts';
import { writeIdentities } from './merge-identities.ts';
import { replaceByKey } from './replace-by-key.ts';
import { type SortedEvents, sortEvents } from './sorted-events.ts';
import { writeAttributes } from './write-attributes.ts';
import { writeEvents } from './write-events.ts';

/** What writing a file's rows has added to the store. */
export interface WrittenRows {
  /** Number of rows that a step dropped, and of all others that are valid. */
  readonly dropped: number;
  readonly usable: number;
  readonly events: number;
  readonly duplicates: number;
  /** Number of stored events that were replaced. */
  readonly replaced: number;
  /** Whether the store had events before. */
  readonly hadEvents: boolean;
  /** Summary of the added events; null if the file has none. */
  readonly summary: EventSummary | null;
  readonly report: QualityReport;
}

interface Options {
  /** Milliseconds without an event after which a session ends. */
  readonly idleMs: number;
  /** Whether the transaction is rolled back after this file. */
  readonly isDiscarded: boolean;
  progress(rows: number, total: number): void;
}

/**
 * Writes a file's identities, attributes and events. `sorted` are its events if they are sorted already. The report is
 * computed at the same time, on a second connection.
 */
export async function writeRows(
  duck: DuckDb,
  db: Database,
  loaded: LoadedFile,
  id: number,
  presorted: SortedEvents | null,
  { idleMs, isDiscarded, progress }: Options,
): Promise<WrittenRows> {
  const { opened, inspection, staged, repeats } = loaded;
  const { key } = opened.request;
  const isEvents = inspection.kind === 'events';
  await writeIdentities(duck, db, loaded, id);
  await writeAttributes(duck, db, staged);
  const dropped = await duck.number(`SELECT count(*) FROM ${staged.table} WHERE bad IS NULL AND dropped IS NOT NULL`);
  const usable = staged.rows - staged.bad - dropped;
  const superseded = isEvents && key ? await replaceByKey(duck, db, staged, key) : { replaced: 0, duplicates: 0 };
  const sorted = presorted ?? (isEvents ? await sortEvents(duck, staged) : null);
  const hadEvents = hasEvents(db);
  const tally = new EventTally({ hasSessions: staged.fields.has('session'), timeKind: staged.timeKind, idleMs });
  const zone = importZone(db, staged.timeKind);
  const description = duck.onSecondConnection((other) => completenessAndTime(other, staged, sorted, zone));
  const write = (events: SortedEvents) =>
    writeEvents(duck, db, staged, events, {
      ...{ import: id, inspection, repeats, idleMs, tally },
      // Sessions continue those of stored events.
      discardsEvents: isDiscarded && !hadEvents,
      progress: (rows) => progress(rows, usable),
      async afterReading() {
        await description;
        await duck.run(`DROP TABLE ${events.table}`);
      },
    });
  const [written, tableReport] = await awaitBoth(sorted && write(sorted), description);
  const time = withoutRepeats(tableReport.time, tally.repeatedEvents(), namesById(db, 'actions'));
  const { events, duplicates, summary } = written ?? { events: 0, duplicates: 0, summary: null };
  return {
    dropped,
    usable,
    events,
    hadEvents,
    summary,
    duplicates: duplicates + superseded.duplicates,
    replaced: superseded.replaced,
    report: { ...tableReport, time, ...tally.spreads() },
  };
}
