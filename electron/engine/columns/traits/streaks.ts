import type { Period } from '../../../../shared/domain/traits/formula.ts';
import { NO_DAY } from '../days.ts';
import type { EventFilter } from '../event-filter.ts';
import { eachEvent } from '../scan-events.ts';

const DAY = 86_400_000;
/** 1970-01-01 was a Thursday, 3 days after a Monday. */
const DAYS_AFTER_MONDAY = 3;

const NUMBER_OF: Readonly<Record<Period, (day: number) => number>> = {
  days: (day) => day,
  weeks: (day) => Math.floor((day + DAYS_AFTER_MONDAY) / 7),
  months(day) {
    const date = new Date(day * DAY);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  },
};

/**
 * Returns the greatest number of consecutive days, weeks (from Monday) or months with a matching event, 0 for none;
 * `days`: the local day of each event.
 */
export function longestStreaks(
  offsets: Int32Array,
  filters: readonly EventFilter[],
  days: Int32Array,
  period: Period,
): Float64Array {
  const streaks = new Float64Array(Math.max(0, offsets.length - 1));
  const numberOf = NUMBER_OF[period];
  let [user, lastDay] = [-1, NO_DAY];
  let ofUser: number[] = [];
  const finish = () => {
    if (user >= 0) streaks[user] = longestRun(ofUser);
    ofUser = [];
  };
  eachEvent(offsets, filters, (e, of) => {
    const day = days[e]!;
    if (day === NO_DAY || (of === user && day === lastDay)) return;
    if (of !== user) finish();
    [user, lastDay] = [of, day];
    const number = numberOf(day);
    if (number !== ofUser.at(-1)) ofUser.push(number);
  });
  finish();
  return streaks;
}

/** Returns the length of the longest run of consecutive numbers; those of events with a clock and with a date may mix. */
function longestRun(numbers: readonly number[]): number {
  let [longest, length, previous] = [0, 0, Number.NaN];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    length = number === previous + 1 ? length + 1 : 1;
    longest = Math.max(longest, length);
    previous = number;
  }
  return longest;
}
