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
  returned: number;
}

/**
 * Returns the days with purchases or returns of all users, computed from the columns; equals the result of
 * `readPurchaseDays` in the store.
 */
export function collectPurchaseDays(
  columns: EventColumns,
  { purchases, returns, maxId }: MoneyActions,
  zone: TimeZone,
): PurchaseDays {
  const [purchase, returned] = [1, 2];
  const kinds = new Uint8Array(maxId + 1);
  for (const id of returns) kinds[id] = returned;
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
      if (kind === returned && amount < 0) row.returned -= amount;
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
    returned: Float64Array.from(rows, ({ returned }) => returned),
  };
}

/**
 * Returns the row of a day; inserts one if the day has none. Rows are in ascending order of days. The search starts at
 * the end, because events are mostly in order of time.
 */
function rowOf(rows: DayRow[], day: number): DayRow {
  let at = rows.length;
  while (at > 0 && rows[at - 1]!.day > day) at--;
  const existing = rows[at - 1];
  if (existing?.day === day) return existing;
  const row = { day, purchases: 0, value: Number.NaN, returned: 0 };
  rows.splice(at, 0, row);
  return row;
}

/** Returns the sum of two numbers; NaN counts as 0 unless both are NaN. */
function sum(a: number, b: number): number {
  if (Number.isNaN(b)) return a;
  return Number.isNaN(a) ? b : a + b;
}
