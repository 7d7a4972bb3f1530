import type { Database } from 'better-sqlite3';
import { type DayHistories, lifeStages, type ShopGaps, shopGaps } from '../../../../shared/domain/life-stage.ts';
import { type RfmColumns, scoreRfm } from '../../../../shared/domain/rfm.ts';
import { Cache } from '../../columns/cache.ts';
import { eventDays } from '../../store/events/event-zone.ts';
import { type PurchaseDays, readPurchaseDays } from '../../store/events/purchase-days.ts';
import { lazy } from './lazy.ts';

/** Figures of all customers at the end of a day. A customer is a user with at least one purchase dated up to that day. */
export interface CustomerFigures {
  /** Days with purchases or returns of all users. */
  readonly data: PurchaseDays;
  /** The day, since 1970-01-01. */
  readonly until: number;
  /** Ids of the customers, ascending. The other columns have the same rows. */
  readonly users: Int32Array;
  /** Days with a purchase of each customer. */
  readonly histories: DayHistories;
  /** Money paid minus returns; NaN if unknown. */
  readonly spent: Float64Array;
  /** Money paid back for returns, at least 0. */
  readonly returned: Float64Array;
  readonly rfm: RfmColumns;
  /** Gaps between purchases; null if there are too few. */
  readonly gaps: ShopGaps | null;
  /** Returns the row of a user; −1 if the user is not a customer. */
  rowOf(user: number): number;
  /** Codes of the life stages at the end of an earlier day; null if there were too few gaps by then. */
  stagesOn(day: number): Uint8Array | null;
}

/** Reads the figures at the end of the data; null if there are no customers or the last date is invalid. */
export function readCustomerFigures(db: Database): CustomerFigures | null {
  const [, lastDay] = eventDays(db);
  return lastDay === null || Math.abs(lastDay) > MAX_DAY ? null : customerFigures(readPurchaseDays(db), lastDay);
}

/** Maximum absolute day of a `Date`, since 1970-01-01. */
export const MAX_DAY = 1e8;

/** Maximum number of days whose life stages are cached, for the months of the customer base and for rules. */
const MAX_STAGE_DAYS = 40;

/** Computes the figures at the end of the day `until`, up to which recency is counted; null if there are no customers. */
export function customerFigures(data: PurchaseDays, until: number): CustomerFigures | null {
  const users: number[] = [];
  const offsets = [0];
  const days: number[] = [];
  const spent: number[] = [];
  const returned: number[] = [];
  for (let start = 0; start < data.users.length; ) {
    let end = start;
    let [money, paidBack] = [Number.NaN, 0];
    const before = days.length;
    for (; data.users[end] === data.users[start]; end++) {
      if (data.days[end]! > until) continue;
      if (data.purchases[end]! > 0) days.push(data.days[end]!);
      const value = data.values[end]!;
      if (!Number.isNaN(value)) money = (Number.isNaN(money) ? 0 : money) + value;
      paidBack += data.returned[end]!;
    }
    if (days.length > before) {
      users.push(data.users[start]!);
      offsets.push(days.length);
      spent.push(money);
      returned.push(paidBack);
    }
    start = end;
  }
  if (users.length === 0) return null;
  const histories = { offsets: Int32Array.from(offsets), days: Int32Array.from(days) };
  const rows = lazy(() => new Map(users.map((user, row) => [user, row])));
  const stages = new Cache(MAX_STAGE_DAYS, (day: number) => {
    const gaps = shopGaps(histories, day);
    return gaps && lifeStages(histories, day, gaps);
  });
  return {
    data,
    until,
    users: Int32Array.from(users),
    histories,
    spent: Float64Array.from(spent),
    returned: Float64Array.from(returned),
    rfm: scoreRfm({
      recency: users.map((_, row) => until - days[offsets[row + 1]! - 1]!),
      frequency: users.map((_, row) => offsets[row + 1]! - offsets[row]!),
      monetary: spent,
    }),
    gaps: shopGaps(histories, until),
    rowOf: (user) => rows().get(user) ?? -1,
    stagesOn: (day) => stages.get(day),
  };
}
