import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { type EventColumns, TIME_KINDS } from './event-columns.ts';

/** Day of an event without a date. */
export const NO_DAY = -(2 ** 31);

const DAY = 86_400_000;

/** Returns the local day of each event in a time zone, counted from 1970-01-01, or NO_DAY. */
export function daysOfEvents({ time, timeKind, action }: EventColumns, zone: TimeZone): Int32Array {
  const days = new Int32Array(action.length).fill(NO_DAY);
  const { values, unit } = time;
  for (let e = 0; e < days.length; e++) {
    const kind = typeof timeKind === 'number' ? timeKind : timeKind[e];
    if (kind === TIME_KINDS.order) continue;
    const at = values[e]! * unit;
    days[e] = Math.floor((kind === TIME_KINDS.clock ? at + zone.offset(at) : at) / DAY);
  }
  return days;
}
