import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type EventSink, fileSink, statementSink } from '../../store/events/event-sink.ts';
import type { EventSummary } from '../../store/events/event-summary.ts';
import {
  type Fact,
  hasEvents,
  type KnownEvent,
  knownEventsReader,
  knownSessionsReader,
} from '../../store/events/stored-events.ts';
import { lastId } from '../../store/names/dictionaries.ts';
import type { Value } from '../../store/table-file/record.ts';
import type { EventTally } from '../report/event-tally.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Staged } from '../stage/stage.ts';
import { Novelty, type Repeats } from './deduplicate.ts';
import type { EventBlock } from './event-block.ts';
import { comparedFacts } from './event-key.ts';
import { eachBlock } from './event-stream.ts';
import { type ItemValues, isOfItem, readItemValues } from './item-values.ts';
import { splitSessions } from './sessions.ts';
import type { SortedEvents } from './sorted-events.ts';

export interface Written {
  readonly events: number;
  readonly duplicates: number;
  /** Of the events that were added. */
  readonly summary: EventSummary;
}

/** The columns of an event that not every file fills. */
const OPTIONAL = [
  ...(['item', 'category', 'brand', 'price', 'quantity', 'amount', 'rating', 'text'] as const),
  ...(['order_id', 'discount', 'currency', 'channel', 'campaign'] as const),
] as const;
const REQUIRED = ['user', 'time', 'seq', 'action', 'session', 'import'] as const;

/** So many rows are added by statements to a store that holds some, rather than by way of a file. */
const FEW = 20_000;

interface Options {
  readonly import: number;
  readonly repeats: Repeats;
  readonly idleMs: number;
  /** Sees all events of the file, also those that are not added. */
  readonly tally: EventTally;
  progress(rows: number): void;
  /** Awaited once all rows are read: what held them can make room for SQLite's work. */
  afterReading(): Promise<void>;
}

/**
 * Adds a staged file's sorted events that the store does not hold yet. Of each distinct event as many
 * are added as the file has more than the store; with `drop`, one if the store has none.
 */
export async function writeEvents(
  duck: Duck,
  db: Database,
  staged: Staged,
  sorted: SortedEvents,
  options: Options,
): Promise<Written> {
  const optional = OPTIONAL.filter((field) => staged.fields.has(field));
  const columns = [...REQUIRED, ...optional];
  const isFew = hasEvents(db) && staged.rows < FEW;
  const file = join(duck.folder, `events-${options.import}`);
  const sink = (isFew ? null : fileSink(db, file, columns)) ?? statementSink(db, columns);
  try {
    const writer = new EventWriter(db, sink, staged, options, await readItemValues(duck));
    let rows = 0;
    for await (const block of eachBlock(duck, sorted)) {
      writer.write(block);
      options.tally.take(block);
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
  private first = Number.POSITIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;
  private readonly sink: EventSink;
  private readonly staged: Staged;
  private readonly options: Options;
  private readonly values: ItemValues;
  private readonly compared: readonly Fact[];
  private readonly knownEvents: ReturnType<typeof knownEventsReader>;
  private readonly knownSessions: ReturnType<typeof knownSessionsReader>;
  private readonly lastKnownUser: number;
  private nextSession: number;
  /** The row that is being written, and where in it each field stands. */
  private readonly row: Value[];
  private readonly optional: readonly (typeof OPTIONAL)[number][];
  private readonly places: readonly number[];
  private readonly required: readonly number[];
  /** Of each optional field, what items say, and what the present block's events say. */
  private readonly said: readonly (Int32Array | Float64Array | null)[];
  private columns: readonly ReturnType<EventBlock['column']>[] = [];

  constructor(db: Database, sink: EventSink, staged: Staged, options: Options, values: ItemValues) {
    this.sink = sink;
    this.staged = staged;
    this.options = options;
    this.values = values;
    this.compared = comparedFacts(staged.fields);
    this.knownEvents = knownEventsReader(db, this.compared);
    this.knownSessions = knownSessionsReader(db);
    this.lastKnownUser = hasEvents(db) ? lastId(db, 'users') : 0;
    this.nextSession = lastId(db, 'sessions') + 1;
    this.row = sink.columns.map(() => null);
    const place = (column: string) => sink.columns.indexOf(column);
    this.optional = OPTIONAL.filter((field) => staged.fields.has(field));
    this.places = this.optional.map(place);
    this.said = this.optional.map((field) => (isOfItem(field) ? values[field] : null));
    this.required = REQUIRED.map(place);
  }

  summary(): EventSummary {
    const { timeKind } = this.staged;
    const isTimed = this.events > 0 && (timeKind === 'clock' || timeKind === 'date');
    const times = isTimed ? { first: this.first, last: this.last } : { first: null, last: null };
    return { actions: Object.fromEntries(Object.entries(this.actions)), ...times };
  }

  /** Takes a block's complete users. */
  write(block: EventBlock): void {
    const { users, rows } = block;
    this.columns = this.optional.map((field) => block.column(field));
    const novelty = new Novelty(block, this.compared, this.values, this.options.repeats);
    for (let start = 0, end = 0; start < rows; start = end) {
      const user = users[start]!;
      while (end < rows && users[end] === user) end++;
      this.writeUser(block, novelty, user, start, end);
    }
  }

  private writeUser(block: EventBlock, novelty: Novelty, user: number, start: number, end: number): void {
    const { times } = block;
    const { idleMs } = this.options;
    const isKnown = user <= this.lastKnownUser;
    const known = isKnown ? this.knownEvents(user, times[start]! - idleMs, times[end - 1]! + idleMs) : [];
    const { added, seqs } = novelty.of(start, end, known);
    this.events += added.length;
    this.duplicates += end - start - added.length;
    if (added.length === 0) return;
    this.first = Math.min(this.first, times[added[0]!]!);
    this.last = Math.max(this.last, times[added.at(-1)!]!);
    const sessions = this.sessionsOf(block, user, added, known);
    for (let i = 0; i < added.length; i++) this.insert(block, added[i]!, user, seqs[i]!, sessions[i]!);
  }

  private sessionsOf(
    block: EventBlock,
    user: number,
    rows: readonly number[],
    known: readonly KnownEvent[],
  ): (number | null)[] {
    if (!this.staged.fields.has('session')) {
      const times = rows.map((row) => block.times[row]!);
      return splitSessions(times, known, this.staged.timeKind, this.options.idleMs, () => this.addSession(user, null));
    }
    const named = user <= this.lastKnownUser ? this.knownSessions(user) : new Map<string, number>();
    return rows.map((row) => {
      const name = block.text('session', row);
      if (name === null) return null;
      const session = named.get(name) ?? this.addSession(user, name);
      named.set(name, session);
      return session;
    });
  }

  private addSession(user: number, name: string | null): number {
    this.sink.session(this.nextSession, user, name);
    return this.nextSession++;
  }

  private insert(block: EventBlock, at: number, user: number, seq: number, session: number | null): void {
    const { row, required, places, columns, said } = this;
    row[required[0]!] = user;
    row[required[1]!] = block.times[at]!;
    row[required[2]!] = seq;
    const action = block.number('action', at) ?? 0;
    this.actions[action] = (this.actions[action] ?? 0) + 1;
    row[required[3]!] = action;
    row[required[4]!] = session;
    row[required[5]!] = this.options.import;
    const item = block.number('item', at);
    for (let i = 0; i < places.length; i++) {
      const value = columns[i]![at]!;
      // What the item says as well is not said again.
      row[places[i]!] = Number.isNaN(value) || (item !== null && value === said[i]?.[item]) ? null : value;
    }
    this.sink.event(row);
  }
}
