import { dayNumber } from './calendar-day.ts';
import { firstDayOf, lastDayOf } from './months.ts';

/** A year, a month or a day. */
const PERIOD = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

type Days = readonly [from: number, to: number];

/**
 * Returns the first and the last day, since 1970-01-01, of a year, a month, a day (`2026`, `2026-03`, `2026-03-08`), or of
 * the time from one to another (`2026-03-08..2026-04`); null for any other text.
 */
export function periodDays(period: string): Days | null {
  const [start = '', end = start, ...more] = period.split('..');
  const [first, last] = [daysOf(start), daysOf(end)];
  if (!first || !last || more.length > 0 || first[0] > last[1]) return null;
  return [first[0], last[1]];
}

export const isPeriod = (text: string): boolean => periodDays(text) !== null;

function daysOf(text: string): Days | null {
  const [, year, month, day] = PERIOD.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return [firstDayOf(12 * Number(year)), lastDayOf(12 * Number(year) + 11)];
  if (Number(month) < 1 || Number(month) > 12) return null;
  const at = 12 * Number(year) + Number(month) - 1;
  const [first, last] = [firstDayOf(at), lastDayOf(at)];
  if (day === undefined) return [first, last];
  const date = dayNumber(text);
  return date === null ? null : [date, date];
}
