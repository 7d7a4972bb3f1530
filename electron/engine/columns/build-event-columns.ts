import type { Database } from 'better-sqlite3';
import { EVENT, eachEvent, eventCount, importKinds, itemRows, userIds } from '../store/columns/event-rows.ts';
import { lastId } from '../store/names/dictionaries.ts';
import { AmountsBuilder } from './amounts.ts';
import { createCodes } from './codes.ts';
import { type EventColumns, TIME_KINDS } from './event-columns.ts';
import { TimesBuilder } from './times.ts';

/** Reads the events of all users in one scan. */
export function buildEventColumns(db: Database): EventColumns {
  const users = userIds(db);
  const length = eventCount(db);
  const items = readItems(db);
  const kinds = timeKinds(db);
  const isMixed = new Set(kinds.values()).size > 1;
  const offsets = new Int32Array(users.length + 1);
  const sessions = new Int32Array(users.length);
  const action = createCodes(lastId(db, 'actions'), length);
  const item = createCodes(items.maxId, length);
  const category = createCodes(lastId(db, 'categories'), length);
  const brand = createCodes(lastId(db, 'brands'), length);
  const time = new TimesBuilder(length);
  const timeKind = new Uint8Array(isMixed ? length : 0);
  const amounts = new AmountsBuilder(length, items.maxId);
  const sessionCounter = new SessionCounter();
  let user = 0;
  let e = 0;
  eachEvent(db, (event) => {
    const id = event[EVENT.user]!;
    if (users[user] !== id) {
      sessions[user] = sessionCounter.take();
      while (users[user]! < id) offsets[++user] = e;
      if (users[user] !== id) return;
    }
    const ofItem = known(event[EVENT.item]!, 0);
    const price = known(event[EVENT.price]!, items.price[ofItem]!);
    action[e] = event[EVENT.action]!;
    item[e] = ofItem;
    category[e] = known(event[EVENT.category]!, items.category[ofItem]!);
    brand[e] = known(event[EVENT.brand]!, items.brand[ofItem]!);
    time.set(e, event[EVENT.time]!);
    if (isMixed) timeKind[e] = kinds.get(event[EVENT.import]!) ?? TIME_KINDS.order;
    sessionCounter.add(event[EVENT.session]!);
    amounts.set(e, ofItem, price, known(event[EVENT.amount]!, price * known(event[EVENT.quantity]!, 1)));
    e++;
  });
  if (users.length > 0) sessions[user] = sessionCounter.take();
  while (user < users.length) offsets[++user] = e;
  return {
    ...{ users, offsets, sessions, action, item, category, brand, time: time.finish(), ...amounts.finish() },
    timeKind: isMixed ? timeKind : ([...kinds.values()][0] ?? TIME_KINDS.order),
  };
}

const known = (value: number, fallback: number): number => (Number.isNaN(value) ? fallback : value);

function timeKinds(db: Database): Map<number, number> {
  const codeOf = { clock: TIME_KINDS.clock, date: TIME_KINDS.date, order: TIME_KINDS.order, none: TIME_KINDS.order };
  return new Map([...importKinds(db)].map(([id, kind]) => [id, codeOf[kind]]));
}

/** Counts the distinct sessions of one user at a time; NaN is an event without a session. */
class SessionCounter {
  private readonly ids = new Set<number>();
  private last = Number.NaN;

  add(session: number): void {
    if (session === this.last || Number.isNaN(session)) return;
    this.last = session;
    this.ids.add(session);
  }

  take(): number {
    const count = this.ids.size;
    this.ids.clear();
    this.last = Number.NaN;
    return count;
  }
}

function readItems(db: Database) {
  const maxId = lastId(db, 'items');
  const category = new Int32Array(maxId + 1);
  const brand = new Int32Array(maxId + 1);
  const price = new Float64Array(maxId + 1).fill(Number.NaN);
  for (const [id, itemCategory, itemBrand, itemPrice] of itemRows(db)) {
    category[id] = itemCategory ?? 0;
    brand[id] = itemBrand ?? 0;
    price[id] = itemPrice ?? Number.NaN;
  }
  return { maxId, category, brand, price };
}
