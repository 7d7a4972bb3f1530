import type { Histories } from '../../store/events/histories.ts';
import { DAY } from '../../store/events/times.ts';
import { windowTooLong } from '../finetune-errors.ts';

/**
 * Cutoff times in milliseconds since the epoch: a target window starts at each, and only earlier events are visible to
 * its examples.
 */
export interface Cutoffs {
  readonly test: number;
  /** Latest first; each window ends where the next window, or the test window, starts. */
  readonly training: readonly number[];
}

/** Returns the first and last time of all events. */
export function timeSpan({ time }: Pick<Histories, 'time'>): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const t of time) {
    first = Math.min(first, t);
    last = Math.max(last, t);
  }
  return { first, last };
}

/** Returns the longest window in whole days: three must fit, one each for the history, training and testing. */
export function longestWindow({ first, last }: { first: number; last: number }): number {
  return Math.max(0, Math.floor((last - first) / DAY / 3));
}

/**
 * Makes the last `days` the test window, preceded by up to `maxWindows` training windows. All training cutoffs but the
 * latest must lie in the later half of the time before the test window, because the encoder may not see events from the
 * earliest cutoff on. Throws WINDOW_TOO_LONG.
 */
export function chooseCutoffs(span: { first: number; last: number }, days: number, maxWindows: number): Cutoffs {
  const longest = longestWindow(span);
  if (days > longest) throw windowTooLong(days, longest);
  const test = span.last + 1 - days * DAY;
  const middle = (span.first + test) / 2;
  const cutoffs = Array.from({ length: maxWindows }, (_, i) => test - (i + 1) * days * DAY);
  return { test, training: cutoffs.filter((cutoff, i) => i === 0 || cutoff >= middle) };
}
