import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalsOf } from '../../../renderer/base/decimals.ts';

it('a number has as many decimals as it needs, and at most four', () => {
  expect([0, 3, -2, 0.5, 0.25, 12.5, 1234.5, 0.0001, 1 / 3].map(decimalsOf)).toEqual([0, 0, 0, 1, 2, 1, 1, 4, 4]);
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      const shown = Number(value.toFixed(decimalsOf(value)));
      expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.000_051);
    }),
  );
});
