import { logFisher } from './fisher.ts';

export const TRENDS = ['rising', 'steady', 'fading'] as const;
export type Trend = (typeof TRENDS)[number];

const LOG_LEVEL = Math.log(0.05);

/** Number of events with a value, and number of all events, in one half of a history. */
interface Half {
  readonly events: number;
  readonly total: number;
}

/**
 * Compares the frequency of a value in the two halves of a history, by a two-sided Fisher’s exact test at 5 %. Returns
 * `steady` if the difference is not significant; null if no division of the events could be.
 */
export function trendOf(earlier: Half, recent: Half): Trend | null {
  const events = earlier.events + recent.events;
  const total = earlier.total + recent.total;
  const isSignificant = (ofRecent: number) => logFisher(ofRecent, recent.total, events, total) <= LOG_LEVEL;
  const [least, most] = [Math.max(0, events - earlier.total), Math.min(events, recent.total)];
  if (!isSignificant(least) && !isSignificant(most)) return null;
  if (!isSignificant(recent.events)) return 'steady';
  return recent.events * earlier.total > earlier.events * recent.total ? 'rising' : 'fading';
}
