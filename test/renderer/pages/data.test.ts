import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/base/format.ts';
import type { Palette } from '../../../renderer/components/use-palette.ts';
import { activityOption } from '../../../renderer/pages/data/activity-option.ts';
import { denseDays } from '../../../renderer/pages/data/dense-days.ts';
import { usesOf, withField } from '../../../renderer/pages/data/import/with-field.ts';

const palette: Palette = { dark: false, text: '#111', faint: '#555', grid: '#ddd', panel: '#fff', series: ['#00f'] };

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

  it('has the counts of each action', () => {
    const { series, xAxis } = activityOption(activity, formatFor('en'), palette);
    expect(series).toMatchObject([
      { name: 'view', data: [5, 6, 7] },
      { name: 'buy', data: [1, 0, 2] },
    ]);
    expect(xAxis).toMatchObject({ data: ['1 Jan 1970', '2 Jan 1970', '1 Feb 1970'] });
  });

  it('has a column for days without events', () => {
    const dense = denseDays(activity);
    expect(dense.days).toHaveLength(32);
    expect([dense.counts[0], dense.counts[1], dense.counts[2], dense.counts[31]]).toEqual([5, 6, 0, 7]);
    expect([...dense.counts.subarray(32)].filter((count) => count > 0)).toEqual([1, 2]);
    expect(denseDays({ days: Int32Array.of(), actions: [], counts: Int32Array.of() }).days).toHaveLength(0);
  });

  it('has a slider only if there are many days', () => {
    const many = { days: Int32Array.from({ length: 400 }, (_, d) => d), actions: [], counts: Int32Array.of() };
    expect(activityOption(activity, formatFor('en'), palette).dataZoom).toBeUndefined();
    expect(activityOption(many, formatFor('en'), palette).dataZoom).toBeDefined();
  });
});
