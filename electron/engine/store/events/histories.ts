import type { Database } from 'better-sqlite3';

/**
 * All histories of the workspace in columnar form: users are adjacent, each user's events are ordered from oldest to
 * newest. History `h` belongs to user `users[h]` and spans events `offsets[h]` to `offsets[h + 1]` (exclusive). Ids are
 * table ids; 0 means "none".
 */
export interface Histories {
  readonly users: Int32Array;
  readonly offsets: Int32Array;
  /** Milliseconds since the epoch, or the position in the file if an import has no times. */
  readonly time: Float64Array;
  readonly action: Int32Array;
  readonly item: Int32Array;
  readonly category: Int32Array;
  readonly brand: Int32Array;
  /** Unit price; NaN if unknown. */
  readonly price: Float32Array;
  /** Value of the event (`amount`, else price × quantity); NaN if unknown. */
  readonly amount: Float32Array;
  readonly session: Int32Array;
  /** Index into `texts` of each event's text; 0 (the empty text) if it has none or texts were not requested. */
  readonly text: Int32Array;
  readonly texts: readonly string[];
}

interface HistoryFilter {
  readonly users?: readonly number[];
  /** Whether to read texts too; this costs time and memory. */
  readonly texts?: boolean;
}

/**
 * Reads all histories in one sequential scan of the clustered table, or those of the given users with one range scan
 * each.
 */
export function readHistories(db: Database, { users: onlyUsers, texts = false }: HistoryFilter = {}): Histories {
  const whereClause = onlyUsers ? 'WHERE e.user IN (SELECT value FROM json_each(?))' : '';
  const parameters = onlyUsers ? [JSON.stringify(onlyUsers)] : [];
  const counts = db.prepare<string[], { events: number; users: number }>(
    `SELECT count(*) events, count(DISTINCT user) users FROM events e ${whereClause}`,
  );
  const { events, users } = counts.get(...parameters)!;
  const columns = allocate(events, users);
  const textIds = new Map<string, number>([['', 0]]);
  const rows = db
    .prepare<string[], Row>(
      `SELECT user, time, action, item, coalesce(e.category, i.category), coalesce(e.brand, i.brand),
              coalesce(e.price, i.price), coalesce(amount, coalesce(e.price, i.price) * coalesce(quantity, 1)), session,
              ${texts ? 'text' : 'NULL'}
       FROM events e LEFT JOIN items i ON i.id = e.item ${whereClause} ORDER BY user, time, seq`,
    )
    .raw()
    .iterate(...parameters);
  let h = -1;
  let n = 0;
  for (const row of rows) {
    const [user] = row;
    if (h < 0 || columns.users[h] !== user) {
      h++;
      columns.users[h] = user;
      columns.offsets[h] = n;
    }
    columns.time[n] = row[1];
    columns.action[n] = row[2] ?? 0;
    columns.item[n] = row[3] ?? 0;
    columns.category[n] = row[4] ?? 0;
    columns.brand[n] = row[5] ?? 0;
    columns.price[n] = row[6] ?? Number.NaN;
    columns.amount[n] = row[7] ?? Number.NaN;
    columns.session[n] = row[8] ?? 0;
    columns.text[n] = row[9] === null ? 0 : idOf(textIds, row[9]);
    n++;
  }
  columns.offsets[users] = events;
  return { ...columns, texts: [...textIds.keys()] };
}

type NullableNumber = number | null;
type Row = [
  number,
  number,
  NullableNumber,
  NullableNumber,
  NullableNumber,
  NullableNumber,
  NullableNumber,
  NullableNumber,
  NullableNumber,
  string | null,
];

function idOf(ids: Map<string, number>, text: string): number {
  const existingId = ids.get(text);
  if (existingId !== undefined) return existingId;
  ids.set(text, ids.size);
  return ids.size - 1;
}

function allocate(events: number, users: number): Omit<Histories, 'texts'> {
  return {
    users: new Int32Array(users),
    offsets: new Int32Array(users + 1),
    time: new Float64Array(events),
    action: new Int32Array(events),
    item: new Int32Array(events),
    category: new Int32Array(events),
    brand: new Int32Array(events),
    price: new Float32Array(events),
    amount: new Float32Array(events),
    session: new Int32Array(events),
    text: new Int32Array(events),
  };
}
