export type Bucket = 'hour' | 'day' | 'week' | 'month' | 'year';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** 1 January 1970 was a Thursday. */
const MONDAY = 4 * DAY;

/** Returns the finest bucket that divides the span into at most a few hundred. */
export function bucketFor(first: number, last: number): Bucket {
  const span = last - first;
  if (span <= 4 * DAY) return 'hour';
  if (span <= 400 * DAY) return 'day';
  if (span <= 400 * WEEK) return 'week';
  return span <= 40_000 * DAY ? 'month' : 'year';
}

/**
 * Returns the start of each bucket from the one of `first` to the one of `last`, in milliseconds. Times are in UTC or
 * local, as given.
 */
export function startsOf(first: number, last: number, bucket: Bucket): number[] {
  const starts: number[] = [];
  for (let start = startOf(first, bucket); start <= last; start = nextStart(start, bucket)) starts.push(start);
  return starts;
}

/** Start of the bucket that contains a time. */
export function startOf(time: number, bucket: Bucket): number {
  if (bucket === 'month') return monthOf(time, 0);
  if (bucket === 'year') return monthOf(time, -new Date(time).getUTCMonth());
  if (bucket === 'week') return Math.floor((time - MONDAY) / WEEK) * WEEK + MONDAY;
  const width = bucket === 'hour' ? HOUR : DAY;
  return Math.floor(time / width) * width;
}

function nextStart(start: number, bucket: Bucket): number {
  if (bucket === 'month') return monthOf(start, 1);
  if (bucket === 'year') return monthOf(start, 12);
  return start + { hour: HOUR, day: DAY, week: WEEK }[bucket];
}

/** Start of the month `months` after the month of a time. */
function monthOf(time: number, months: number): number {
  const date = new Date(time);
  date.setUTCDate(1);
  date.setUTCHours(0, 0, 0, 0);
  return date.setUTCMonth(date.getUTCMonth() + months);
}
