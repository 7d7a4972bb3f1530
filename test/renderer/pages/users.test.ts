import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { valueWeeks } from '../../../renderer/components/value-weeks.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { allMonths } from '../../../renderer/pages/users/portrait/all-months.ts';
import { groupSessions } from '../../../renderer/pages/users/timeline/group-sessions.ts';
import { readUsersQuery, writeUsersQuery } from '../../../renderer/pages/users/users-query.ts';
import { classText } from '../../../renderer/predictions/class-text.ts';
import type { TimelineEvent } from '../../../shared/contract/profile.ts';

const event = (session: number | null, time: number | null): TimelineEvent => ({
  session,
  time,
  clock: time !== null,
  action: 'view',
  item: null,
  title: null,
  titleEn: null,
  category: null,
  brand: null,
  price: null,
  amount: null,
  text: null,
  rating: null,
});
const DAY = 86_400_000;
const groupedByDay = (events: TimelineEvent[]) =>
  groupSessions(events, ({ time }) => (time === null ? null : String(Math.floor(time / DAY))));

describe('the timeline', () => {
  it('groups the behaviours of one session', () => {
    const groups = groupedByDay([event(2, 5 * DAY), event(2, 5 * DAY - 1), event(1, 3 * DAY)]);
    expect(groups.map(({ session, events }) => [session, events.length])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  it('groups by day if there are no sessions, and undated behaviours together', () => {
    const days = groupedByDay([event(null, 2 * DAY + 5), event(null, 2 * DAY), event(null, DAY)]);
    expect(days.map(({ events }) => events.length)).toEqual([2, 1]);
    expect(groupedByDay([event(null, null), event(null, null)])).toHaveLength(1);
  });
});

describe('the months of a chart', () => {
  it('have no gaps, also across a new year', () => {
    const months = allMonths(['2023-11', '2024-02'], Int32Array.of(3, 4));
    expect(months.map(({ month, events }) => [month, events])).toEqual([
      ['2023-11', 3],
      ['2023-12', 0],
      ['2024-01', 0],
      ['2024-02', 4],
    ]);
  });
  it('are absent without events', () => expect(allMonths([], new Int32Array(0))).toEqual([]));
});

describe('the address of the table of users', () => {
  it('contains the page, order and search', () => {
    const query = { search: 'Ann & B', order: { key: 'recency', descending: false }, page: 3 };
    expect(readUsersQuery(writeUsersQuery(query))).toEqual(query);
  });

  it('defaults to the highest monetary value if it is invalid', () => {
    const sensible = { search: '', order: { key: 'monetary', descending: true }, page: 1 };
    expect(readUsersQuery({})).toEqual(sensible);
    expect(readUsersQuery({ order: 'password', page: '-2' })).toEqual(sensible);
  });
});

describe('the horizon of expected purchases', () => {
  it.each([
    ['2025-01-01', '2026-01-01', 17],
    ['2020-01-01', '2026-01-01', 39],
    ['2025-01-01', '2025-01-02', 4],
  ])('of data from %s to %s is %i weeks, so that a back-test has room', (firstTime, lastTime, weeks) => {
    expect(valueWeeks({ firstTime, lastTime })).toBe(weeks);
  });
});

it('the answers of a prediction are words of the language, and classes from the data are not translated', async () => {
  const t = await createInstance().init({ lng: 'zh', resources: { zh: { translation: zh } } });
  expect(classText(t, { kind: 'returns' }, 'yes')).toBe('是');
  expect(classText(t, { kind: 'buys' }, 'no')).toBe('否');
  expect(classText(t, { kind: 'attribute' }, 'yes')).toBe('yes');
  expect(classText(t, { kind: 'next' }, 'no')).toBe('no');
});
