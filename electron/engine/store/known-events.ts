import type { Database } from 'better-sqlite3';

/** What is said of one event of a user; ids are those of the tables, null stands for "not said". */
export interface EventFacts {
  readonly time: number;
  readonly action: number;
  readonly item: number | null;
  readonly category: number | null;
  readonly brand: number | null;
  readonly price: number | null;
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly rating: number | null;
  readonly text: string | null;
  readonly order_id: string | null;
  readonly discount: number | null;
  readonly currency: string | null;
  readonly channel: number | null;
  readonly campaign: number | null;
  readonly sessionName: string | null;
}

/** An event that is in the store, with what it takes from its item filled in. */
export interface KnownEvent extends EventFacts {
  readonly seq: number;
  readonly session: number | null;
}

/** A function that reads a user's events from one time to another, both included, oldest first. */
export function knownEventsReader(db: Database): (user: number, from: number, to: number) => KnownEvent[] {
  const read = db.prepare<[number, number, number], KnownEvent>(
    `SELECT e.time, e.seq, e.action, e.item, coalesce(e.category, i.category) category, coalesce(e.brand, i.brand) brand,
            coalesce(e.price, i.price) price, e.amount, e.quantity, e.rating, e.text, e.order_id, e.discount, e.currency, e.channel, e.campaign,
            e.session, s.name sessionName
     FROM events e LEFT JOIN items i ON i.id = e.item LEFT JOIN sessions s ON s.id = e.session
     WHERE e.user = ? AND e.time BETWEEN ? AND ? ORDER BY e.time, e.seq`,
  );
  return (user, from, to) => read.all(user, from, to);
}

/** A function that reads the ids of a user's sessions that have a name. */
export function knownSessionsReader(db: Database): (user: number) => Map<string, number> {
  const read = db.prepare<[number], [string, number]>(
    'SELECT name, id FROM sessions WHERE user = ? AND name IS NOT NULL',
  );
  read.raw();
  return (user) => new Map(read.all(user));
}

/** Whether there are events at all. */
export function hasEvents(db: Database): boolean {
  return db.prepare('SELECT 1 FROM events LIMIT 1').get() !== undefined;
}
