import type { Measure } from '../../../shared/domain/rule.ts';
import type { Amounts } from './amounts.ts';
import type { Codes } from './codes.ts';
import { type EventColumns, TIME_KINDS } from './event-columns.ts';
import { type EventFilter, filterByIds } from './event-filter.ts';
import { countEvents, sumEvents } from './scan-events.ts';

const DAY = 86_400_000;

/** Time of each user's last dated event in milliseconds; NaN for none. */
export function lastTimes({ offsets, time: { values, unit }, timeKind }: EventColumns): Float64Array {
  const last = new Float64Array(Math.max(0, offsets.length - 1)).fill(Number.NaN);
  for (let user = 0; user < last.length; user++) {
    for (let e = offsets[user + 1]! - 1; e >= offsets[user]!; e--) {
      if ((typeof timeKind === 'number' ? timeKind : timeKind[e]!) === TIME_KINDS.order) continue;
      last[user] = values[e]! * unit;
      break;
    }
  }
  return last;
}

/** The latest of times; NaN if all are. */
export function latest(times: Float64Array): number {
  let result = Number.NaN;
  for (const time of times) if (Number.isNaN(result) || time > result) result = time;
  return result;
}

/** Ids of the actions that buy and that take a purchase back, and the greatest id of an action. */
export interface MoneyActions {
  readonly purchases: readonly number[];
  readonly returns: readonly number[];
  readonly lastAction: number;
}

/** Computes a measure of all users; NaN where it is unknown. */
export function measureOf(
  columns: EventColumns,
  measure: Measure,
  { purchases, returns, lastAction }: MoneyActions,
): Int32Array | Float64Array {
  const { offsets, sessions, action, money } = columns;
  switch (measure) {
    case 'events':
      return countEvents(offsets, []);
    case 'sessions':
      return sessions;
    case 'frequency':
      return countEvents(offsets, [filterByIds(action, purchases, lastAction)]);
    case 'monetary':
      if (returns.length > 0)
        return sumEvents(offsets, [filterNetMoney(action, money, { purchases, returns, lastAction })], money);
      return sumEvents(offsets, [filterByIds(action, purchases, lastAction)], money);
    default: {
      const times = lastTimes(columns);
      const last = latest(times);
      return times.map((time) => (last - time) / DAY);
    }
  }
}

/** Filter of the purchases, and of the returns of a negative amount. */
function filterNetMoney(action: Codes, money: Amounts, { purchases, returns, lastAction }: MoneyActions): EventFilter {
  const table = new Uint8Array(lastAction + 1);
  for (const id of returns) table[id] = 2;
  for (const id of purchases) table[id] = 1;
  const { codes } = money;
  const values = codes ? money.dictionary : money.values;
  return (from, to, matches) => {
    for (let e = from; e < to; e++) {
      const kind = table[action[e]!]!;
      const isCounted = kind === 1 || (kind === 2 && values[codes ? codes[e]! : e]! < 0);
      if (!isCounted) matches[e - from] = 0;
    }
  };
}
