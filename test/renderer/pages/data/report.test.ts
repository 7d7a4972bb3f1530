import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../../renderer/base/format.ts';
import type { Palette } from '../../../../renderer/components/use-palette.ts';
import { bucketFormatter } from '../../../../renderer/pages/data/report/bucket-formatter.ts';
import { curvePoints } from '../../../../renderer/pages/data/report/long-tail-option.ts';
import { denseBins, rangeText } from '../../../../renderer/pages/data/report/spread-option.ts';
import { timeOption } from '../../../../renderer/pages/data/report/time-option.ts';

const palette: Palette = { dark: false, text: '#111', faint: '#555', grid: '#ddd', panel: '#fff', series: ['#00f'] };
const DAY = 86_400_000;

describe('the chart of events over time', () => {
  const time = {
    ...{
      first: 0,
      last: 5 * DAY,
      zone: 'UTC',
      bucket: 'day' as const,
      starts: [0, 1, 2, 3, 4].map((day) => day * DAY),
    },
    actions: [
      { action: 'view', events: 9, counts: [4, 5, 0, 0, 0] },
      { action: '', events: 1, counts: [0, 0, 0, 0, 1] },
    ],
    gaps: [{ from: 2 * DAY, to: 4 * DAY }],
  };
  const option = timeOption(time, formatFor('en'), palette, {
    other: 'others',
    formatBucket: bucketFormatter('en', 'day', 'UTC'),
  });

  it('combines infrequent actions, and shades the buckets of gaps', () => {
    expect(option.series).toMatchObject([
      { name: 'view', data: [4, 5, 0, 0, 0] },
      { name: 'others', data: [0, 0, 0, 0, 1] },
      { data: [0, 0, 1, 1, 0], silent: true },
    ]);
    expect(option.legend).toMatchObject({ data: ['view', 'others'] });
  });

  it('labels buckets according to their width', () => {
    expect(bucketFormatter('en', 'hour', 'UTC')(3_600_000)).toBe('1 Jan 1970, 01:00');
    expect(bucketFormatter('en', 'month', 'UTC')(0)).toBe('Jan 1970');
    expect(bucketFormatter('zh', 'day', 'UTC')(0)).toBe('1970年1月1日');
    expect(bucketFormatter('en', 'hour', 'Asia/Kolkata')(0)).toBe('1 Jan 1970, 05:30');
  });
});

describe('the chart of a distribution', () => {
  it('has a bin for each doubling, empty ones included', () => {
    const bins = denseBins([
      { from: 1, to: 1, count: 7 },
      { from: 8, to: 15, count: 2 },
    ]);
    expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
      [1, 1, 7],
      [2, 3, 0],
      [4, 7, 0],
      [8, 15, 2],
    ]);
    expect(bins.map((bin) => rangeText(bin, String))).toEqual(['1', '2–3', '4–7', '8–15']);
    expect(denseBins([])).toEqual([]);
  });

  it('of items starts at 0 and ends at 1', () => {
    expect(curvePoints([0.8, 1])).toEqual([
      [0, 0],
      [0.5, 0.8],
      [1, 1],
    ]);
  });
});
