import type { Database } from 'better-sqlite3';
import { isItemField, type MappedField, type NumberField, type TextField } from './event-fields.ts';

/** The values of one event of a user: ids of the store's tables, numbers and texts; null if the event has none. */
export interface EventFacts
  extends Readonly<Record<MappedField & NumberField, number | null>>,
    Readonly<Record<MappedField & TextField, string | null>> {
  readonly time: number;
  readonly action: number;
  readonly sessionName: string | null;
}

/** A field of an event other than its time. */
export type Fact = Exclude<keyof EventFacts, 'time'>;

/** An event in the store with the requested fields, completed from its item. */
export interface StoredEvent extends Partial<Omit<EventFacts, 'time'>> {
  readonly time: number;
  readonly seq: number;
  readonly session: number | null;
  readonly import: number;
}

/**
 * Returns a function that reads a user's events between two times (inclusive), oldest first. The cost grows with the
 * number of fields: request only those that are needed.
 */
export function storedEventsReader(
  db: Database,
  facts: readonly Fact[],
): (user: number, from: number, to: number) => StoredEvent[] {
  const columns = facts.map((fact) => {
    if (fact === 'sessionName') return 's.name sessionName';
    return isItemField(fact) ? `coalesce(e.${fact}, i.${fact}) ${fact}` : `e.${fact}`;
  });
  const items = facts.some(isItemField) ? 'LEFT JOIN items i ON i.id = e.item' : '';
  const sessions = facts.includes('sessionName') ? 'LEFT JOIN sessions s ON s.id = e.session' : '';
  const read = db.prepare<[number, number, number], StoredEvent>(
    `SELECT ${['e.time', 'e.seq', 'e.session', 'e.import', ...columns]} FROM events e ${items} ${sessions}
     WHERE e.user = ? AND e.time BETWEEN ? AND ? ORDER BY e.time, e.seq`,
  );
  return (user, from, to) => read.all(user, from, to);
}

/** Returns a function that reads a user's named sessions, as ids by name. */
export function namedSessionsReader(db: Database): (user: number) => Map<string, number> {
  const read = db.prepare<[number], [string, number]>(
    'SELECT name, id FROM sessions WHERE user = ? AND name IS NOT NULL',
  );
  read.raw();
  return (user) => new Map(read.all(user));
}

/** Whether there are any events. */
export function hasEvents(db: Database): boolean {
  return db.prepare('SELECT 1 FROM events LIMIT 1').get() !== undefined;
}
