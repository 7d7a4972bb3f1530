import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedPage } from '../../../electron/engine/columns/sorted-page.ts';

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, Number.MIN_VALUE, 2 ** 40),
);

it('a page is the one of a stable comparison sort, with unknown values last', () => {
  const page = fc.record({ offset: fc.nat(30), limit: fc.nat(30), descending: fc.boolean() });
  fc.assert(
    fc.property(fc.array(number, { maxLength: 40 }), page, (values, { offset, limit, descending }) => {
      const known = [...values.keys()].filter((row) => !Number.isNaN(values[row]!));
      const unknown = [...values.keys()].filter((row) => Number.isNaN(values[row]!));
      known.sort((a, b) => {
        const [x, y] = descending ? [values[b]!, values[a]!] : [values[a]!, values[b]!];
        return x < y ? -1 : Number(x > y);
      });
      expect(sortedPage(values, { offset, limit, descending })).toEqual(
        [...known, ...unknown].slice(offset, offset + limit),
      );
    }),
    { numRuns: 1000 },
  );
});
