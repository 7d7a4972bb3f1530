import type { TimeZone } from './time-zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Milliseconds since 1970-01-01T00:00 in local time of the zone. */
export const localTime = (zone: TimeZone, time: number): number => time + zone.offset(time);

/**
 * Returns the time of a local time in a zone: the earlier one if it occurs twice, and the moment of the change if it is
 * skipped.
 */
export function timeAtLocal(zone: TimeZone, local: number): number {
  const changes = zone.changes(local - DAY, local + DAY);
  for (const [i, { from, offset }] of changes.entries()) {
    const time = Math.max(local - offset, i === 0 ? Number.NEGATIVE_INFINITY : from);
    if (time < (changes[i + 1]?.from ?? Number.POSITIVE_INFINITY)) return time;
  }
  return local;
}

/** Local date: 2026-03-08. */
export const isoDay = (zone: TimeZone, time: number): string => isoLocal(zone, time).slice(0, 10);

/** Local date and minute, for tables: 2026-03-08 20:15. */
export const isoMinute = (zone: TimeZone, time: number): string => isoLocal(zone, time).slice(0, 16).replace('T', ' ');

/** ISO 8601 with the offset in whole minutes: 2026-03-08T20:15:00.000+08:00. */
export function isoWithOffset(zone: TimeZone, time: number): string {
  const minutes = Math.round(zone.offset(time) / MINUTE);
  const part = (value: number) => String(value).padStart(2, '0');
  const absolute = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${part(Math.floor(absolute / 60))}:${part(absolute % 60)}`;
  const clock = new Date(time + minutes * MINUTE).toISOString().slice(0, -1);
  return `${clock}${minutes === 0 ? 'Z' : offset}`;
}

const isoLocal = (zone: TimeZone, time: number) => new Date(localTime(zone, time)).toISOString();
