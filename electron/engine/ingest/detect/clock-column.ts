import { recogniseTimes } from './times/recognise-times.ts';

/** Names of columns that hold the time of day next to a column with the date. */
const CLOCK_NAME = /time|clock|hour|uhrzeit|stunde|heure|hora|时间|时刻|小时|时分|钟/iu;
/** The placeholder day that spreadsheets and databases put before a time of day. */
const BASE_DAY = /^(?:1899-12-3[01]|1900-01-0[01]|1970-01-01|0001-01-01)[T ]/;
const CLOCK =
  /^([01]?\d|2[0-3])(?:[:.hH时点]([0-5]\d)分?(?:[:.]?([0-5]\d)(?:[.,]\d+)?秒?)?|h)?\s*(?:[ap]\.?\s?m\.?)?(?:\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?$/iu;
const DIGITS = /^(?:[01]?\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/;

/**
 * Whether a column next to a date holds times of day: `10:00:05`, `9:30 PM`, `093005`, or hours if its name suggests
 * so.
 */
export function isClockColumn(name: string, values: readonly string[]): boolean {
  if (values.length === 0 || !CLOCK_NAME.test(name)) return false;
  if (values.every((value) => /^\d{1,2}$/.test(value)))
    return /hour|stunde|heure|hora|小时/iu.test(name) && values.every((value) => Number(value) < 24);
  return (
    values.every((value) => CLOCK.test(value.replace(BASE_DAY, ''))) || values.every((value) => DIGITS.test(value))
  );
}

/** Whether a value is a time of day with a placeholder day before it. */
export const isClockOnly = (value: string): boolean => BASE_DAY.test(value);

/** Whether values are dates without a time of day, or dates at midnight. */
export function areDates(values: readonly string[]): boolean {
  if (values.length === 0) return false;
  const { share, clock } = recogniseTimes(values.map(withoutMidnight), true);
  return share > 0.9 && !clock;
}

/** Removes the midnight that databases and spreadsheets append to a date. */
const withoutMidnight = (value: string) => value.replace(/[T ]00?:00(?::00(?:\.0+)?)?(?:\s*Z)?$/, '');

/**
 * Joins a date with the time of day of another cell; returns the date alone if that cell is empty. Equivalent to
 * `withClockSql`.
 */
export function withClock(date: string, clock: string): string {
  if (date === '' || clock === '') return date;
  const bare = clock.replace(BASE_DAY, '');
  const padded = /^(?:\d|\d{3}|\d{5})$/.test(bare) ? `0${bare}` : bare;
  const digits = /^(\d\d)(\d\d)(\d\d)?$/.exec(padded);
  const [, hours, minutes, seconds = '00'] = digits ?? [];
  return `${withoutMidnight(date)} ${digits ? `${hours}:${minutes}:${seconds}` : padded}`;
}
