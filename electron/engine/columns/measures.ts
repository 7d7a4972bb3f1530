import type { Measure } from '../../../shared/domain/rule.ts';
import { localTime } from '../../../shared/domain/time/local-time.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { amountAt } from './amounts.ts';
import { type EventColumns, TIME_KINDS } from './event-columns.ts';
import { type EventFilter, filterBy, filterByIds } from './event-filter.ts';
import { countEvents, sumEvents } from './scan-events.ts';

const DAY = 86_400_000;

/** Returns the time of each user's last dated event in milliseconds since the epoch; NaN if there is none. */
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

/** Returns the latest time; NaN if all are NaN. */
export function latest(times: Float64Array): number {
  let result = Number.NaN;
  for (const time of times) if (Number.isNaN(result) || time > result) result = time;
  return result;
}

/**
 * Returns the day of the last dated event in a time zone, in days since 1970-01-01; NaN if there is none. Dates without
 * a time of day do not depend on the zone.
 */
export function lastDay({ time: { values, unit }, timeKind }: EventColumns, zone: TimeZone): number {
  let last = Number.NaN;
  for (let e = 0; e < values.length; e++) {
    const kind = typeof timeKind === 'number' ? timeKind : timeKind[e];
    if (kind === TIME_KINDS.order) continue;
    const at = values[e]! * unit;
    const local = kind === TIME_KINDS.clock ? localTime(zone, at) : at;
    if (Number.isNaN(last) || local > last) last = local;
  }
  return Math.floor(last / DAY);
}

/** Ids of the purchase actions and of the return actions; `maxId` is the largest id of any action. */
export interface MoneyActions {
  readonly purchases: readonly number[];
  readonly returns: readonly number[];
  readonly maxId: number;
}

/** Computes a measure of all users; NaN where it is unknown. */
export function measureOf(columns: EventColumns, measure: Measure, actions: MoneyActions): Int32Array | Float64Array {
  const { offsets, sessions, action, money } = columns;
  switch (measure) {
    case 'events':
      return countEvents(offsets, []);
    case 'sessions':
      return sessions;
    case 'frequency':
      return countEvents(offsets, [filterByIds(action, actions.purchases, actions.maxId)]);
    case 'monetary':
      return sumEvents(offsets, [filterSpent(columns, actions)], money);
    default: {
      const times = lastTimes(columns);
      const last = latest(times);
      return times.map((time) => (last - time) / DAY);
    }
  }
}

/** Returns a filter of purchases, and of returns with a negative amount. */
function filterSpent({ action, money }: EventColumns, { purchases, returns, maxId }: MoneyActions): EventFilter {
  const [purchase, taken] = [1, 2];
  const table = new Uint8Array(maxId + 1);
  for (const id of returns) table[id] = taken;
  for (const id of purchases) table[id] = purchase;
  return filterBy((e) => {
    const kind = table[action[e]!]!;
    return Number(kind === purchase || (kind === taken && amountAt(money, e) < 0));
  });
}
