import { HABITS, type Portrait } from '../../../../shared/contract/portrait.ts';
import type { TimeZone } from '../../../../shared/domain/time/time-zone.ts';
import type { Columns } from '../../columns/columns.ts';
import { TIME_KINDS } from '../../columns/event-columns.ts';
import { DAY } from '../../store/events/times.ts';
import { liftLowerBound } from './lift-bound.ts';

const HOUR = 3_600_000;

/** Number of events with a time of day: in total, and by each of HABITS. */
export interface HabitCounts {
  readonly total: number;
  readonly counts: Int32Array;
}

/** Counts the events from `from` to `to` (exclusive) by quarter of the day, and those on weekends. */
export function countHabits({ events }: Columns, zone: TimeZone, from: number, to: number): HabitCounts {
  const { timeKind, time } = events;
  const counts = new Int32Array(HABITS.length);
  const weekend = HABITS.indexOf('weekend');
  let total = 0;
  for (let e = from; e < to; e++) {
    if ((typeof timeKind === 'number' ? timeKind : timeKind[e]) !== TIME_KINDS.clock) continue;
    const at = time.values[e]! * time.unit;
    const local = at + zone.offset(at);
    const day = Math.floor(local / DAY);
    counts[Math.floor((local - day * DAY) / (6 * HOUR))]!++;
    // 1 January 1970 was a Thursday, so days 2 and 3 of each week are Saturday and Sunday.
    const weekday = ((day % 7) + 7) % 7;
    if (weekday === 2 || weekday === 3) counts[weekend]!++;
    total++;
  }
  return { total, counts };
}

interface HabitSources {
  readonly columns: Columns;
  readonly zone: TimeZone;
  /** Counts of all events. */
  habits(): HabitCounts;
}

/**
 * Returns the habits of a user: times whose share of the user’s events is significantly above their share of all
 * events, by descending lower bound of the lift.
 */
export function habitsOf(shop: HabitSources, row: number): Portrait['habits'] {
  const { offsets } = shop.columns.events;
  const { total, counts } = countHabits(shop.columns, shop.zone, offsets[row]!, offsets[row + 1]!);
  const all = shop.habits();
  return HABITS.flatMap((when, i) => {
    const events = counts[i]!;
    const overall = all.counts[i]! / all.total;
    const low = events === 0 ? 0 : liftLowerBound(events, total, overall);
    return low > 1 ? [{ when, events, share: events / total, overall, low }] : [];
  }).sort((a, b) => b.low - a.low);
}
