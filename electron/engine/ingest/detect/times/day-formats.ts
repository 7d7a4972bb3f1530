import type { DayOrder } from '../../../../../shared/contract/import-file.ts';
import { dateAndClockSql, strptimeSql, tidySql, withPlainClocks } from './strptime-sql.ts';
import { hasClock, type TimeFormat } from './time-format.ts';

/** Orders of day, month and year in numeric dates, whose year may have two digits. */
export const DAY_ORDERS: readonly DayOrder[] = ['month-first', 'day-first', 'year-first'];

const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:\\d{4}|\\d{2})';
const END = '(?:[,\\sT:]|$)';

/** Replaces the separators of a date by slashes. */
const slashed = (x: string) => tidySql(`regexp_replace(${x}, '^(\\d+)[/.-](\\d+)[/.-](\\d+):?', '\\1/\\2/\\3 ')`);

/** Tries the most frequent forms first; other dates are normalised first, which takes several times as long. */
const dayFormat = (name: DayOrder, pattern: string, separators: string, dates: readonly string[]): TimeFormat => ({
  name,
  pattern: new RegExp(`^${pattern}${END}`),
  clock: hasClockBehind,
  sql: (x) => {
    const plain = strptimeSql(`regexp_replace(${x}, '${separators}', '/', 'g')`, withPlainClocks(dates));
    const loose = `CASE WHEN regexp_matches(${x}, '^${pattern}${END}') THEN ${dateAndClockSql(slashed(x), dates)} END`;
    return `coalesce(${plain}, ${loose})`;
  },
});

const hasClockBehind = (value: string) => hasClock(value.replace(/^\d+[/.-]\d+[/.-]\d+/, ''));

/** Numeric dates. `recogniseTimes` determines the order of day, month and year from all values. */
export const dayFormats: readonly TimeFormat[] = [
  dayFormat('month-first', `${MONTH}[/-]${DAY}[/-]${YEAR}`, '-', ['%m/%d/%y', '%m/%d/%Y']),
  dayFormat('day-first', `${DAY}[/.-]${MONTH}[/.-]${YEAR}`, '[.-]', ['%d/%m/%y', '%d/%m/%Y']),
  dayFormat('year-first', `\\d{2}[/.-]${MONTH}[/.-]${DAY}`, '[.-]', ['%y/%m/%d']),
  {
    name: 'month-day-comma',
    pattern: new RegExp(`^${MONTH} ${DAY}, ?\\d{4}${END}`),
    clock: (value) => hasClock(value.slice(6)),
    sql: (x) => dateAndClockSql(tidySql(x), ['%m %d %Y']),
  },
];
