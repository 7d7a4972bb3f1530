import { describe, expect, it } from 'vitest';
import { highestStack, labelledBars, stackedPaths, ticks } from '../../../renderer/components/stacked-bars.ts';

const series = [
  { name: 'view', counts: [6, 0, 2] },
  { name: 'buy', counts: [2, 0, 2] },
];

describe('stacked bars', () => {
  it('stand on those of the series before, and an empty one is not drawn', () => {
    const [view, buy] = stackedPaths(series, 3, { width: 30, height: 80, max: 8 });
    expect(view).toBe('M1.25 80.00h7.50V20.00h-7.50zM21.25 80.00h7.50V60.00h-7.50z');
    expect(buy).toBe('M1.25 20.00h7.50V0.00h-7.50zM21.25 60.00h7.50V40.00h-7.50z');
  });

  it('are as high as the sum of their series', () => {
    expect(highestStack(series, 3)).toBe(8);
    expect(highestStack([], 3)).toBe(0);
  });

  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [8, [0, 2, 4, 6, 8]],
    [1234, [0, 500, 1000, 1500]],
    [98_000, [0, 50_000, 100_000]],
  ])('up to %d have an axis with round whole numbers', (max, expected) => {
    expect(ticks(max)).toEqual(expected);
  });

  it('have labels only where there is room', () => {
    expect(labelledBars(10, 1000, 100)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(labelledBars(10, 300, 100)).toEqual([0, 4, 8]);
  });
});
