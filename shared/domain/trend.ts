import { logFisher } from './fisher.ts';

export const TRENDS = ['rising', 'steady', 'fading'] as const;
export type Trend = (typeof TRENDS)[number];

const LOG_LEVEL = Math.log(0.05);

/** Number of events with something, and of all events, in one half of a history. */
interface Half {
  readonly events: number;
  readonly total: number;
}

/**
 * Whether something has become more or less frequent from the earlier half of a history to the recent one: by Fisher's
 * exact test at 5 %, two-sided. `steady` if the test does not tell them apart; null if it could not, whatever the
 * division of the events.
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
