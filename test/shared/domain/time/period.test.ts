import { expect, it } from 'vitest';
import { firstDayOf, lastDayOf, monthName, monthOf } from '../../../../shared/domain/time/months.ts';
import { periodDays } from '../../../../shared/domain/time/period.ts';

const day = (date: string) => Date.parse(date) / 86_400_000;

it.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-03-08', '2026-03-08', '2026-03-08'],
  ['2026-03-08..2026-04', '2026-03-08', '2026-04-30'],
  ['2025..2026', '2025-01-01', '2026-12-31'],
  ['1969-12', '1969-12-01', '1969-12-31'],
])('the period %s is from %s to %s', (period, from, to) => {
  expect(periodDays(period)).toEqual([day(from), day(to)]);
});

it.each([
  '',
  '26',
  '2026-',
  '2026-13',
  '2026-00',
  '2026-02-30',
  '2026-2',
  '2026..',
  '2026..2025',
  '2024..2025..2026',
  'March',
])('“%s” is no period', (text) => {
  expect(periodDays(text)).toBeNull();
});

it.each([
  ['2026-03-08', '2026-03', '2026-03-01', '2026-03-31'],
  ['1970-01-01', '1970-01', '1970-01-01', '1970-01-31'],
  ['1969-12-31', '1969-12', '1969-12-01', '1969-12-31'],
  ['0042-02-03', '0042-02', '0042-02-01', '0042-02-28'],
])('%s is in the month %s, from %s to %s', (date, name, first, last) => {
  const month = monthOf(day(date));
  expect(monthName(month)).toBe(name);
  expect([firstDayOf(month), lastDayOf(month)]).toEqual([day(first), day(last)]);
});
