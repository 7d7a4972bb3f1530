import type { DayOrder } from '../../../../../shared/contract/import-file.ts';
import { DAY_ORDERS } from './day-formats.ts';
import type { TimeFormat } from './time-format.ts';
import { timeFormats } from './time-formats.ts';

/** Time formats of a column, the most frequent first, and whether any value has a time of day. */
export interface TimeShape {
  readonly formats: readonly string[];
  readonly clock: boolean;
  /** Share of the values that look like times, in [0, 1]. */
  readonly share: number;
}

/**
 * Recognises the time formats of non-empty values. Determines the order of day, month and year from all of them, unless
 * it is given. Numbers such as 45352 are serial dates, and 2017010112 is an hour, only if the column is known to hold
 * times (`areTimes`) and all its values have that form.
 */
export function recogniseTimes(values: readonly string[], areTimes = false, order?: DayOrder): TimeShape {
  const excluded = DAY_ORDERS.filter((name) => name !== (order ?? dayOrderOf(values)));
  const isUsable = ({ name, pattern, exclusive }: TimeFormat) =>
    !excluded.some((other) => other === name) &&
    (!exclusive || (areTimes && values.length > 0 && values.every((value) => pattern.test(value))));
  const usable = timeFormats.filter(isUsable);
  const counts = new Map<string, number>();
  let clock = false;
  for (const value of values) {
    const format = usable.find(({ pattern }) => pattern.test(value));
    if (!format) continue;
    counts.set(format.name, (counts.get(format.name) ?? 0) + 1);
    clock ||= format.clock(value);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  return {
    formats: ranked.map(([name]) => name),
    clock: clock || ranked.length === 0,
    share: total / Math.max(values.length, 1),
  };
}

/** Returns the order that fits the most values; `preferredOrder` resolves ties. */
function dayOrderOf(values: readonly string[]): DayOrder {
  const dates = values.flatMap((value) => datePartsOf(value) ?? []);
  const fitting = (order: DayOrder) => values.filter((value) => formatNamed(order).pattern.test(value)).length;
  const counts = DAY_ORDERS.map((order) => ({ order, count: fitting(order) }));
  const most = Math.max(...counts.map(({ count }) => count));
  const distinct = (part: 'first' | 'last') => new Set(dates.map((date) => date[part])).size;
  const lastYears = dates.every(({ last }) => last.length === 4 || (Number(last) >= 10 && Number(last) <= 40));
  return preferredOrder(
    counts.filter(({ count }) => count === most).map(({ order }) => order),
    { first: distinct('first'), last: distinct('last'), lastYears },
  );
}

/** Statistics of the parts of a column's dates. */
export interface DateParts {
  /** Number of distinct first parts. */
  readonly first: number;
  /** Number of distinct last parts. */
  readonly last: number;
  /** Whether all last parts are plausible years. */
  readonly lastYears: boolean;
}

/**
 * Resolves the order of dates that fit several: the year is the part with the fewest distinct values; if both have as
 * many, it is the last part unless some last parts are implausible years.
 */
export function preferredOrder(orders: readonly DayOrder[], { first, last, lastYears }: DateParts): DayOrder {
  const yearLast = orders.find((order) => order !== 'year-first');
  if (!yearLast || !orders.includes('year-first')) return orders[0] ?? 'month-first';
  return first < last || (first === last && !lastYears) ? 'year-first' : yearLast;
}

function datePartsOf(value: string): { first: string; last: string } | null {
  const [, first, last] = /^(\d+)[/.-]\d+[/.-](\d+)/.exec(value) ?? [];
  return first === undefined || last === undefined || first.length > 2 ? null : { first, last };
}

/** Returns the formats with the order of day, month and year replaced; null if none of them depends on it. */
export function withDayOrder(names: readonly string[], order: DayOrder): string[] | null {
  const isOrder = (name: string) => DAY_ORDERS.some((dayOrder) => dayOrder === name);
  return names.some(isOrder) ? names.map((name) => (isOrder(name) ? order : name)) : null;
}

/** Returns SQL that parses a time in any of these formats to milliseconds since the epoch, NULL if none fits. */
export function timeSql(x: string, names: readonly string[]): string {
  const candidates = names.length > 0 ? names : ['iso'];
  return `coalesce(${[...candidates.map((name) => formatNamed(name).sql(x)), 'NULL']})`;
}

function formatNamed(name: string): TimeFormat {
  return timeFormats.find((format) => format.name === name) ?? timeFormats.at(-1)!;
}
