import type { Database } from 'better-sqlite3';
import { BatchInsert } from '../store/batch-insert.ts';
import { lastId } from '../store/dictionaries.ts';
import {
  type EventFacts,
  hasEvents,
  type KnownEvent,
  knownEventsReader,
  knownSessionsReader,
} from '../store/known-events.ts';
import type { Duck } from './duck.ts';
import { eventKey } from './event.ts';
import { eachUser, type UserEvents } from './event-stream.ts';
import { filledFrom, type ItemValues, readItemValues } from './item-values.ts';
import { splitSessions } from './sessions.ts';
import type { Staged } from './stage.ts';

export type Repeats = 'drop' | 'keep';

export interface Written {
  readonly events: number;
  readonly duplicates: number;
}

/** The columns of an event that not every file fills. */
const OPTIONAL = [
  ...(['item', 'category', 'brand', 'price', 'quantity', 'amount', 'rating', 'text'] as const),
  ...(['order_id', 'discount', 'currency', 'channel', 'campaign'] as const),
] as const;

/**
 * Adds a staged file's events that the store does not hold yet, sorted by user and time. Of each distinct event as many
 * are added as the file has more than the store; with `drop`, one if the store has none.
 */
export async function writeEvents(
  duck: Duck,
  db: Database,
  staged: Staged,
  options: { import: number; repeats: Repeats; idleMs: number; progress: (rows: number) => void },
): Promise<Written> {
  const writer = new EventWriter(db, staged, options, await readItemValues(duck));
  let rows = 0;
  for await (const user of eachUser(duck, staged)) {
    writer.write(user);
    rows += user.events.length;
    options.progress(rows);
  }
  writer.finish();
  return { events: writer.events, duplicates: writer.duplicates };
}

class EventWriter {
  events = 0;
  duplicates = 0;
  private readonly staged: Staged;
  private readonly repeats: Repeats;
  private readonly idleMs: number;
  private readonly optional: readonly (typeof OPTIONAL)[number][];
  private readonly values: ItemValues;
  private readonly key: (event: EventFacts) => string;
  private readonly eventRows: BatchInsert;
  private readonly sessionRows: BatchInsert;
  private readonly knownEvents: ReturnType<typeof knownEventsReader>;
  private readonly knownSessions: ReturnType<typeof knownSessionsReader>;
  private readonly lastKnownUser: number;
  private nextSession: number;

  constructor(
    db: Database,
    staged: Staged,
    options: { import: number; repeats: Repeats; idleMs: number },
    values: ItemValues,
  ) {
    this.staged = staged;
    this.repeats = options.repeats;
    this.idleMs = options.idleMs;
    this.values = values;
    this.key = eventKey(staged.fields);
    this.optional = OPTIONAL.filter((field) => staged.fields.has(field));
    const columns = ['user', 'time', 'seq', 'action', 'session', ...this.optional];
    this.eventRows = new BatchInsert(db, 'events', columns, { import: options.import });
    this.sessionRows = new BatchInsert(db, 'sessions', ['id', 'user', 'name']);
    this.knownEvents = knownEventsReader(db);
    this.knownSessions = knownSessionsReader(db);
    this.lastKnownUser = hasEvents(db) ? lastId(db, 'users') : 0;
    this.nextSession = lastId(db, 'sessions') + 1;
  }

  write({ user, events }: UserEvents): void {
    const first = events[0]!.time;
    const last = events.at(-1)!.time;
    const known = user <= this.lastKnownUser ? this.knownEvents(user, first - this.idleMs, last + this.idleMs) : [];
    const { added, seqs } = this.withoutRepeats(events, known);
    this.events += added.length;
    this.duplicates += events.length - added.length;
    if (added.length === 0) return;
    const sessions = this.sessionsOf(user, added, known);
    for (let i = 0; i < added.length; i++) this.insert(user, added[i]!, seqs[i]!, sessions[i]!);
  }

  finish(): void {
    this.eventRows.finish();
    this.sessionRows.finish();
  }

  /** Goes through the events of one time after another, as repeats share their time. */
  private withoutRepeats(events: readonly EventFacts[], known: readonly KnownEvent[]) {
    const added: EventFacts[] = [];
    const seqs: number[] = [];
    let k = 0;
    for (let start = 0, end = 0; start < events.length; start = end) {
      const { time } = events[start]!;
      while (end < events.length && events[end]!.time === time) end++;
      while (k < known.length && known[k]!.time < time) k++;
      const from = k;
      while (k < known.length && known[k]!.time === time) k++;
      let seq = k > from ? known[k - 1]!.seq + 1 : 0;
      const isNew = end - start > 1 || k > from ? this.novelty(known.slice(from, k)) : always;
      for (let i = start; i < end; i++) {
        if (!isNew(events[i]!)) continue;
        added.push(events[i]!);
        seqs.push(seq++);
      }
    }
    return { added, seqs };
  }

  /** Tells of one event after another, all of one time, whether it adds to what is known. */
  private novelty(known: readonly KnownEvent[]): (event: EventFacts) => boolean {
    const counts = new Map<string, number>();
    for (const event of known) {
      const key = this.key(event);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return (event) => {
      const key = this.key(filledFrom(this.values, event));
      const left = counts.get(key) ?? 0;
      if (this.repeats === 'drop') counts.set(key, 1);
      else if (left > 0) counts.set(key, left - 1);
      return left === 0;
    };
  }

  private sessionsOf(user: number, events: readonly EventFacts[], known: readonly KnownEvent[]): (number | null)[] {
    if (!this.staged.fields.has('session')) {
      const times = events.map((event) => event.time);
      return splitSessions(times, known, this.staged.timeKind, this.idleMs, () => this.addSession(user, null));
    }
    const named = user <= this.lastKnownUser ? this.knownSessions(user) : new Map<string, number>();
    return events.map(({ sessionName }) => {
      if (sessionName === null) return null;
      const session = named.get(sessionName) ?? this.addSession(user, sessionName);
      named.set(sessionName, session);
      return session;
    });
  }

  private addSession(user: number, name: string | null): number {
    this.sessionRows.add([this.nextSession, user, name]);
    return this.nextSession++;
  }

  private insert(user: number, event: EventFacts, seq: number, session: number | null): void {
    const row: (number | string | null)[] = [user, event.time, seq, event.action, session];
    for (const field of this.optional) row.push(isOfItem(field) ? this.differing(event, field) : event[field]);
    this.eventRows.add(row);
  }

  /** What the item says as well is not said again. */
  private differing(event: EventFacts, field: 'category' | 'brand' | 'price'): number | null {
    const value = event[field];
    return event.item !== null && value === this.values[field][event.item] ? null : value;
  }
}

const isOfItem = (field: string): field is 'category' | 'brand' | 'price' =>
  field === 'category' || field === 'brand' || field === 'price';
const always = () => true;
