import type { Histories } from '../../store/events/histories.ts';
import { DAY } from '../../store/events/times.ts';
import { windowTooLong } from '../finetune-errors.ts';

/** Where time is cut, in milliseconds since the epoch: windows begin there, and nothing from there on is seen. */
export interface Cuts {
  readonly test: number;
  /** The latest first; each one's window ends before the next one's, or the test's, begins. */
  readonly training: readonly number[];
}

/** First and last time of all events. */
export function timeSpan({ time }: Pick<Histories, 'time'>): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const t of time) {
    first = Math.min(first, t);
    last = Math.max(last, t);
  }
  return { first, last };
}

/** The longest window in whole days: three of them must fit, for a history, training and the test. */
export function longestWindow({ first, last }: { first: number; last: number }): number {
  return Math.max(0, Math.floor((last - first) / DAY / 3));
}

/**
 * The test's window is the last `days`; those before it train, `most` at most, as long as their cuts lie in the later half of
 * what is before the test's: the encoder sees nothing from the earliest on. Throws WINDOW_TOO_LONG.
 */
export function chooseCuts(span: { first: number; last: number }, days: number, most: number): Cuts {
  const longest = longestWindow(span);
  if (days > longest) throw windowTooLong(days, longest);
  const test = span.last + 1 - days * DAY;
  const middle = (span.first + test) / 2;
  const cuts = Array.from({ length: most }, (_, i) => test - (i + 1) * days * DAY);
  return { test, training: cuts.filter((cut, i) => i === 0 || cut >= middle) };
}
