import { type DayHistories, type ShopGaps, shopGaps } from '../../../../shared/domain/life-stage.ts';
import { type RfmColumns, scoreRfm } from '../../../../shared/domain/rfm.ts';
import type { TimeZone } from '../../../../shared/domain/time/time-zone.ts';
import type { Columns } from '../../columns/columns.ts';
import type { PurchaseDays } from '../../store/events/purchase-days.ts';

/** Figures of all customers, that is, users with at least one dated purchase. */
export interface CustomerFigures {
  /** Days with purchases or returns of all users. */
  readonly data: PurchaseDays;
  /** Ids of the customers, ascending. The other columns have the same rows. */
  readonly users: Int32Array;
  /** Days with a purchase of each customer. */
  readonly histories: DayHistories;
  /** Money paid minus returns; NaN if unknown. */
  readonly spent: Float64Array;
  readonly rfm: RfmColumns;
  /** Gaps between purchases; null if there are too few. */
  readonly gaps: ShopGaps | null;
  /** Returns the row of a user; −1 if the user is not a customer. */
  rowOf(user: number): number;
}

/** Computes the figures of all customers; null if there are none. Recency is counted up to `lastDay`. */
export function customerFigures(columns: Columns, zone: TimeZone, lastDay: number): CustomerFigures | null {
  const data = columns.purchaseDays(zone);
  const users: number[] = [];
  const offsets = [0];
  const days: number[] = [];
  const spent: number[] = [];
  for (let start = 0; start < data.users.length; ) {
    let end = start;
    let money = Number.NaN;
    const before = days.length;
    for (; data.users[end] === data.users[start]; end++) {
      if (data.purchases[end]! > 0) days.push(data.days[end]!);
      const value = data.values[end]!;
      if (!Number.isNaN(value)) money = (Number.isNaN(money) ? 0 : money) + value;
    }
    if (days.length > before) {
      users.push(data.users[start]!);
      offsets.push(days.length);
      spent.push(money);
    }
    start = end;
  }
  if (users.length === 0) return null;
  const histories = { offsets: Int32Array.from(offsets), days: Int32Array.from(days) };
  const rows = new Map(users.map((user, row) => [user, row]));
  return {
    data,
    users: Int32Array.from(users),
    histories,
    spent: Float64Array.from(spent),
    rfm: scoreRfm({
      recency: users.map((_, row) => lastDay - days[offsets[row + 1]! - 1]!),
      frequency: users.map((_, row) => offsets[row + 1]! - offsets[row]!),
      monetary: spent,
    }),
    gaps: shopGaps(histories, lastDay),
    rowOf: (user) => rows.get(user) ?? -1,
  };
}
