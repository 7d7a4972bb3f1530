import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sorted } from '../../../renderer/components/sorted.ts';

describe('sorted rows', () => {
  it('are ordered by number in either direction, with missing values last', () => {
    const rows = [3, Number.NaN, 1, 2];
    expect(sorted(rows, (value) => value, false)).toEqual([1, 2, 3, Number.NaN]);
    expect(sorted(rows, (value) => value, true)).toEqual([3, 2, 1, Number.NaN]);
  });

  it('are ordered by name, with digits compared as numbers', () => {
    expect(sorted(['run-10', 'run-9', 'run-1'], (name) => name, false)).toEqual(['run-1', 'run-9', 'run-10']);
  });

  it('are a copy with the same elements', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.boolean(), (rows, descending) => {
        const before = [...rows];
        const result = sorted(rows, (value) => value, descending);
        expect(rows).toEqual(before);
        expect(result).toHaveLength(rows.length);
        expect(new Set(result)).toEqual(new Set(rows));
      }),
    );
  });
});
