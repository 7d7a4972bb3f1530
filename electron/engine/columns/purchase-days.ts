import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import type { PurchaseDays } from '../store/events/purchase-days.ts';
import { amountAt } from './amounts.ts';
import { type EventColumns, TIME_KINDS } from './event-columns.ts';
import type { MoneyActions } from './measures.ts';

const DAY = 86_400_000;

interface DayRow {
  readonly day: number;
  purchases: number;
  /** NaN while no value is known. */
  value: number;
}

/** Collects the days with purchases or returns of all users, like the store's function `readPurchaseDays`. */
export function collectPurchaseDays(
  columns: EventColumns,
  { purchases, returns, maxId }: MoneyActions,
  zone: TimeZone,
): PurchaseDays {
  const [purchase, taken] = [1, 2];
  const kinds = new Uint8Array(maxId + 1);
  for (const id of returns) kinds[id] = taken;
  for (const id of purchases) kinds[id] = purchase;
  const users: number[] = [];
  const rows: DayRow[] = [];
  let ofUser: DayRow[] = [];
  const { offsets, action, time, timeKind, money } = columns;
  for (let user = 0; user + 1 < offsets.length; user++) {
    for (let e = offsets[user]!; e < offsets[user + 1]!; e++) {
      const kind = kinds[action[e]!];
      const kindOfTime = typeof timeKind === 'number' ? timeKind : timeKind[e];
      if (kind === 0 || kindOfTime === TIME_KINDS.order) continue;
      const at = time.values[e]! * time.unit;
      const day = Math.floor((kindOfTime === TIME_KINDS.clock ? at + zone.offset(at) : at) / DAY);
      const amount = amountAt(money, e);
      const row = rowOf(ofUser, day);
      if (kind === purchase) row.purchases++;
      row.value = sum(row.value, kind === purchase ? amount : Math.min(amount, 0));
    }
    for (const row of ofUser) {
      users.push(columns.users[user]!);
      rows.push(row);
    }
    if (ofUser.length > 0) ofUser = [];
  }
  return {
    users: Int32Array.from(users),
    days: Int32Array.from(rows, ({ day }) => day),
    purchases: Int32Array.from(rows, (row) => row.purchases),
    values: Float64Array.from(rows, ({ value }) => value),
  };
}

/** Returns the row of a day, which it inserts if there is none; rows are ascending by day, and days mostly the last. */
function rowOf(rows: DayRow[], day: number): DayRow {
  let at = rows.length;
  while (at > 0 && rows[at - 1]!.day > day) at--;
  const existing = rows[at - 1];
  if (existing?.day === day) return existing;
  const row = { day, purchases: 0, value: Number.NaN };
  rows.splice(at, 0, row);
  return row;
}

/** Sum of two numbers, of which unknown ones do not count. */
function sum(a: number, b: number): number {
  if (Number.isNaN(b)) return a;
  return Number.isNaN(a) ? b : a + b;
}
