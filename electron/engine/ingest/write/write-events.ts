import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { isItemField, type MappedField, mappedFields } from '../../store/events/event-fields.ts';
import { type EventSink, fileSink, statementSink } from '../../store/events/event-sink.ts';
import type { EventSummary } from '../../store/events/event-summary.ts';
import {
  hasEvents,
  namedSessionsReader,
  type StoredEvent,
  storedEventsReader,
} from '../../store/events/stored-events.ts';
import { lastId } from '../../store/names/dictionaries.ts';
import type { Value } from '../../store/table-file/record.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { EventTally } from '../report/event-tally.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { Staged } from '../stage/stage.ts';
import { type ComparedFacts, comparedFacts } from './compared-facts.ts';
import { Deduplicator, type Repeats } from './deduplicate.ts';
import type { EventBlock } from './event-block.ts';
import { eachBlock } from './event-stream.ts';
import { type ItemValues, readItemValues } from './item-values.ts';
import { splitSessions } from './sessions.ts';
import type { SortedEvents } from './sorted-events.ts';

export interface WriteEventsResult {
  readonly events: number;
  readonly duplicates: number;
  /** Summary of the added events. */
  readonly summary: EventSummary;
}

const REQUIRED = ['user', 'time', 'seq', 'action', 'session', 'import'] as const;

/** Fewer rows than this are added to a non-empty store by INSERT statements instead of a table file. */
const MAX_STATEMENT_ROWS = 20_000;

interface Options {
  readonly import: number;
  readonly inspection: Inspection;
  readonly repeats: Repeats;
  readonly idleMs: number;
  /** Whether the events are not read afterwards, so that only the sessions are written. */
  readonly discardsEvents: boolean;
  /** Receives the events of the file, including those that the store has already. */
  readonly tally: EventTally;
  progress(rows: number): void;
  /** Awaited once all rows are read, so that their memory can be freed before SQLite writes. */
  afterReading(): Promise<void>;
}

/**
 * Adds the sorted events of a staged file that are new to the store. Of each distinct event, as many are added as the
 * file has more than the store; with `drop`, one if the store has none.
 */
export async function writeEvents(
  duck: DuckDb,
  db: Database,
  staged: Staged,
  sorted: SortedEvents,
  options: Options,
): Promise<WriteEventsResult> {
  const optional = mappedFields.filter((field) => staged.fields.has(field));
  const columns = [...REQUIRED, ...optional];
  const usesStatements = hasEvents(db) && staged.rows < MAX_STATEMENT_ROWS;
  const file = join(duck.folder, `events-${options.import}`);
  const sink = (usesStatements ? null : fileSink(db, file, columns)) ?? statementSink(db, columns);
  try {
    const writer = new EventWriter(db, sink, staged, options, await readItemValues(duck));
    let rows = 0;
    for await (const block of eachBlock(duck, sorted)) {
      writer.write(block);
      rows += block.rows;
      options.progress(rows);
    }
    await options.afterReading();
    sink.finish();
    return { events: writer.events, duplicates: writer.duplicates, summary: writer.summary() };
  } finally {
    sink.close();
  }
}

class EventWriter {
  events = 0;
  duplicates = 0;
  private readonly actions: number[] = [];
  private firstTime = Number.POSITIVE_INFINITY;
  private lastTime = Number.NEGATIVE_INFINITY;
  private readonly sink: EventSink;
  private readonly staged: Staged;
  private readonly options: Options;
  private readonly values: ItemValues;
  private readonly compared: ComparedFacts;
  private readonly knownEvents: ReturnType<typeof storedEventsReader>;
  private readonly knownSessions: ReturnType<typeof namedSessionsReader>;
  private readonly lastKnownUser: number;
  private nextSession: number;
  /** The row being written, and the index of each field in it. */
  private readonly row: Value[];
  private readonly optional: readonly MappedField[];
  private readonly optionalIndexes: readonly number[];
  private readonly requiredIndexes: readonly number[];
  /**
   * For each optional field, the values of the items (null for fields that items lack) and the values of the current
   * block's events.
   */
  private readonly itemDefaults: readonly (Float64Array | null)[];
  private columns: readonly ReturnType<EventBlock['column']>[] = [];

  constructor(db: Database, sink: EventSink, staged: Staged, options: Options, values: ItemValues) {
    this.sink = sink;
    this.staged = staged;
    this.options = options;
    this.values = values;
    this.compared = comparedFacts(db, options.inspection, staged);
    this.knownEvents = storedEventsReader(db, this.compared.all);
    this.knownSessions = namedSessionsReader(db);
    this.lastKnownUser = hasEvents(db) ? lastId(db, 'users') : 0;
    this.nextSession = lastId(db, 'sessions') + 1;
    this.row = sink.columns.map(() => null);
    const indexOf = (column: string) => sink.columns.indexOf(column);
    this.optional = mappedFields.filter((field) => staged.fields.has(field));
    this.optionalIndexes = this.optional.map(indexOf);
    this.itemDefaults = this.optional.map((field) => (isItemField(field) ? values[field] : null));
    this.requiredIndexes = REQUIRED.map(indexOf);
  }

  summary(): EventSummary {
    const { timeKind } = this.staged;
    const isTimed = this.events > 0 && (timeKind === 'clock' || timeKind === 'date');
    const times = isTimed ? { first: this.firstTime, last: this.lastTime } : { first: null, last: null };
    return { actions: Object.fromEntries(Object.entries(this.actions)), ...times };
  }

  /** Writes the events of a block's complete users. */
  write(block: EventBlock): void {
    const { users, rows } = block;
    this.columns = this.optional.map((field) => block.column(field));
    const deduplicator = new Deduplicator(block, this.compared, this.values, this.options.repeats);
    for (let start = 0, end = 0; start < rows; start = end) {
      const user = users[start]!;
      while (end < rows && users[end] === user) end++;
      this.writeUser(block, deduplicator, user, start, end);
    }
  }

  private writeUser(block: EventBlock, deduplicator: Deduplicator, user: number, start: number, end: number): void {
    const { times } = block;
    const { idleMs, tally } = this.options;
    const isKnown = user <= this.lastKnownUser;
    const storedEvents = isKnown ? this.knownEvents(user, times[start]! - idleMs, times[end - 1]! + idleMs) : [];
    const { added, seqs } = deduplicator.newRows(start, end, storedEvents);
    const distinct = storedEvents.length === 0 ? added : deduplicator.newRows(start, end, []).added;
    tally.addUser(block, start, end, distinct);
    this.events += added.length;
    this.duplicates += end - start - added.length;
    if (added.length === 0) return;
    this.firstTime = Math.min(this.firstTime, times[added[0]!]!);
    this.lastTime = Math.max(this.lastTime, times[added.at(-1)!]!);
    const sessions = this.sessionsOf(block, user, added, storedEvents);
    for (let i = 0; i < added.length; i++) this.insert(block, added[i]!, user, seqs[i]!, sessions[i]!);
  }

  /** The session of each row: the named one, or by idle time for rows that name none. */
  private sessionsOf(
    block: EventBlock,
    user: number,
    rows: readonly number[],
    storedEvents: readonly StoredEvent[],
  ): (number | null)[] {
    const split = (among: readonly number[], known: readonly StoredEvent[]) =>
      splitSessions(
        among.map((row) => block.times[row]!),
        known,
        this.staged.timeKind,
        this.options.idleMs,
        () => this.addSession(user, null),
      );
    if (!this.staged.fields.has('session')) return split(rows, storedEvents);
    const isUnnamed = (row: number) => block.text('session', row) === null;
    const unnamed = rows.some(isUnnamed)
      ? split(
          rows.filter(isUnnamed),
          storedEvents.filter(({ sessionName }) => sessionName === null),
        )
      : [];
    const sessionsByName = user <= this.lastKnownUser ? this.knownSessions(user) : new Map<string, number>();
    let nextUnnamed = 0;
    return rows.map((row) => {
      const name = block.text('session', row);
      if (name === null) return unnamed[nextUnnamed++] ?? null;
      const session = sessionsByName.get(name) ?? this.addSession(user, name);
      sessionsByName.set(name, session);
      return session;
    });
  }

  private addSession(user: number, name: string | null): number {
    this.sink.session(this.nextSession, user, name);
    return this.nextSession++;
  }

  private insert(block: EventBlock, at: number, user: number, seq: number, session: number | null): void {
    const action = block.number('action', at) ?? 0;
    this.actions[action] = (this.actions[action] ?? 0) + 1;
    if (this.options.discardsEvents) return;
    const { row, requiredIndexes, optionalIndexes, columns, itemDefaults } = this;
    row[requiredIndexes[0]!] = user;
    row[requiredIndexes[1]!] = block.times[at]!;
    row[requiredIndexes[2]!] = seq;
    row[requiredIndexes[3]!] = action;
    row[requiredIndexes[4]!] = session;
    row[requiredIndexes[5]!] = this.options.import;
    const item = block.number('item', at);
    for (let i = 0; i < optionalIndexes.length; i++) {
      const value = columns[i]![at]!;
      // A value equal to that of the item is not stored again.
      row[optionalIndexes[i]!] =
        Number.isNaN(value) || (item !== null && value === itemDefaults[i]?.[item]) ? null : value;
    }
    this.sink.event(row);
  }
}
