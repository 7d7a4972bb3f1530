import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { type EventColumns, TIME_KINDS } from './event-columns.ts';

/** Code of an event without a time of day. */
export const NO_HOUR = 24;

const HOUR = 3_600_000;

/** Returns the hour of the day of each event in a time zone: 0 to 23, or NO_HOUR. */
export function hoursOfEvents({ time, timeKind, action }: EventColumns, zone: TimeZone): Uint8Array {
  const hours = new Uint8Array(action.length).fill(NO_HOUR);
  if (timeKind !== TIME_KINDS.clock && typeof timeKind === 'number') return hours;
  const { values, unit } = time;
  for (let e = 0; e < hours.length; e++) {
    if (typeof timeKind !== 'number' && timeKind[e] !== TIME_KINDS.clock) continue;
    const at = values[e]! * unit;
    const hour = Math.floor((at + zone.offset(at)) / HOUR) % 24;
    hours[e] = hour < 0 ? hour + 24 : hour;
  }
  return hours;
}
