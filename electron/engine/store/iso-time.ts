import { isoWithOffset } from '../../../shared/domain/time/local-time.ts';
import { type TimeZone, timeZone } from '../../../shared/domain/time/time-zone.ts';

/** Returns a stored time as ISO 8601 in a zone; null for a value that is no time, or is beyond any date. */
export function isoTime(time: string | number | null | undefined, zone: TimeZone = timeZone('UTC')): string | null {
  if (typeof time !== 'number' || Number.isNaN(new Date(time).getTime())) return null;
  return isoWithOffset(zone, time);
}
