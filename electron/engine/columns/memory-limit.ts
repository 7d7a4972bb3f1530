import { totalmem } from 'node:os';
import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import { eventSummary } from '../store/events/event-summary.ts';

/** Approximate size of an event in columns, if many items and prices are distinct. */
const BYTES_PER_EVENT = 24;
const MAX_BYTES = 4 * 2 ** 30;

/** Whether a columnar copy of the events takes at most a quarter of the machine's memory, and at most 4 GiB. */
export function fitsInMemory(db: Database): boolean {
  const events = Object.values(eventSummary(db).actions).reduce((sum, count) => sum + count, 0);
  return events * BYTES_PER_EVENT <= Math.min(MAX_BYTES, totalmem() / 4);
}

export function tooManyEvents(): PortraitError {
  return new PortraitError({
    code: 'TOO_MANY_EVENTS',
    message: 'The workspace has too many events to count them by feature on this machine.',
    hint: 'Use a machine with more memory, or import fewer events.',
  });
}
