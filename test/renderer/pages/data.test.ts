import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/base/format.ts';
import { activityBars } from '../../../renderer/pages/data/activity-bars.ts';
import { denseDays } from '../../../renderer/pages/data/dense-days.ts';
import { usesOf, withField } from '../../../renderer/pages/data/import/with-field.ts';

describe('a column mapping', () => {
  it('maps a field to another column, or to none', () => {
    const mapping = { user: 'id', time: 'when' };
    expect(withField(mapping, 'time', 'date')).toEqual({ user: 'id', time: 'date' });
    expect(withField(mapping, 'time', '')).toEqual({ user: 'id' });
    expect(mapping).toEqual({ user: 'id', time: 'when' });
  });

  it('knows the use of a column, alternatives and attributes included', () => {
    const mapping = { user: 'id', category: 'code | id', action: "'id'", attributes: ['age', 'id'] };
    expect(usesOf(mapping, 'id')).toEqual(['user', 'category', 'attributes']);
    expect(usesOf(mapping, 'code')).toEqual(['category']);
    expect(usesOf(mapping, 'other')).toEqual([]);
  });
});

describe('the chart of events per day', () => {
  const days = Int32Array.of(0, 1, 31);
  const activity = { days, actions: ['view', 'buy'], counts: Int32Array.of(5, 6, 7, 1, 0, 2) };

  it('has a bar a day with the counts of each action', () => {
    const { bars, series, daysPerBar } = activityBars(activity, formatFor('en'));
    expect(series).toEqual([
      { name: 'view', counts: Float64Array.of(5, 6, 7) },
      { name: 'buy', counts: Float64Array.of(1, 0, 2) },
    ]);
    expect(bars.map(({ label }) => label)).toEqual(['1 Jan 1970', '2 Jan 1970', '1 Feb 1970']);
    expect(daysPerBar).toBe(1);
  });

  it('has a column for days without events', () => {
    const dense = denseDays(activity);
    expect(dense.days).toHaveLength(32);
    expect([dense.counts[0], dense.counts[1], dense.counts[2], dense.counts[31]]).toEqual([5, 6, 0, 7]);
    expect([...dense.counts.subarray(32)].filter((count) => count > 0)).toEqual([1, 2]);
    expect(denseDays({ days: Int32Array.of(), actions: [], counts: Int32Array.of() }).days).toHaveLength(0);
  });

  it('has a bar a week if there are more than 400 days, with the same sum', () => {
    const days = Int32Array.from({ length: 401 }, (_, day) => day);
    const counts = Int32Array.from({ length: 401 }, (_, day) => day % 3);
    const { bars, series, daysPerBar } = activityBars({ days, actions: ['view'], counts }, formatFor('en'));
    expect(daysPerBar).toBe(7);
    expect(bars[0]).toEqual({ label: '1 Jan 1970', title: '1 Jan 1970 – 7 Jan 1970' });
    expect(bars.at(-1)).toEqual({ label: '4 Feb 1971', title: '4 Feb 1971 – 5 Feb 1971' });
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
    expect(sum(series[0]!.counts)).toBe(sum(counts));
  });
});
