import type { PurchaseDays } from '../store/events/purchase-days.ts';
import type { PurchaseHistories } from './purchase-groups.ts';

/** Purchase histories of all users with at least one purchase in the observation. */
export interface Customers extends PurchaseHistories {
  readonly users: Int32Array;
  /** Mean value of the repeat purchases, net of returns; NaN without repeat purchases of known value. */
  readonly spend: Float64Array;
}

interface Purchase {
  readonly day: number;
  value: number;
}

/**
 * Rounds times in weeks and mean values to hundredths, as in the published data sets; this also makes more histories
 * equal.
 */
const rounded = (value: number) => Math.round(value * 100) / 100;

/**
 * Summarises each customer's purchases until the end of the day `until`. All purchases of a day count as one. A return
 * reduces the purchase of its day, or else the last one before it.
 */
export function summarise(data: PurchaseDays, until: number): Customers {
  const users: number[] = [];
  const rows: number[][] = [];
  for (const [user, purchases] of purchasesByUser(data, until)) {
    const [first] = purchases;
    const last = purchases.at(-1);
    if (!first || !last) continue;
    users.push(user);
    const repeats = purchases.slice(1);
    const spend = repeats.reduce((sum, { value }) => sum + value, 0) / repeats.length;
    rows.push([repeats.length, rounded((last.day - first.day) / 7), rounded((until - first.day) / 7), rounded(spend)]);
  }
  const column = (c: number) => Float64Array.from(rows, (row) => row[c]!);
  return { users: Int32Array.from(users), x: column(0), tx: column(1), T: column(2), spend: column(3) };
}

function* purchasesByUser(data: PurchaseDays, until: number): Generator<[user: number, purchases: Purchase[]]> {
  let start = 0;
  while (start < data.users.length) {
    const user = data.users[start]!;
    const purchases: Purchase[] = [];
    let i = start;
    for (; data.users[i] === user; i++) {
      const [day, value] = [data.days[i]!, data.values[i]!];
      const last = purchases.at(-1);
      if (day > until) continue;
      if (data.purchases[i]! > 0) purchases.push({ day, value });
      else if (last) last.value += value;
    }
    yield [user, purchases];
    start = i;
  }
}

/** Returns the number of days with purchases of each user (ids ascending), after `from` and up to `until`. */
export function countPurchases(data: PurchaseDays, users: Int32Array, from: number, until: number): Float64Array {
  const counts = new Float64Array(users.length);
  let customer = 0;
  for (let i = 0; i < data.users.length; i++) {
    while (users[customer]! < data.users[i]!) customer++;
    const isCounted = data.days[i]! > from && data.days[i]! <= until && data.purchases[i]! > 0;
    if (isCounted && users[customer] === data.users[i]) counts[customer]!++;
  }
  return counts;
}
