import { expect, it } from 'vitest';
import { legendRows } from '../../../renderer/components/legend-rows.ts';

it('a legend has its entries in one row if they fit, and in as few as needed otherwise', () => {
  expect(legendRows([100, 100], 300)).toEqual({
    places: [
      { left: 8, top: 4 },
      { left: 108, top: 4 },
    ],
    height: 32,
  });
  const { places, height } = legendRows([150, 120, 400, 50], 300);
  expect(places.map(({ top }) => top)).toEqual([4, 4, 28, 52]);
  expect(height).toBe(80);
  expect(legendRows([], 300).height).toBe(32);
});
