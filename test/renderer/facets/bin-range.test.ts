import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binAt, binsBetween, binsOfInterval, isWhole, withEnd } from '../../../renderer/facets/bin-range.ts';
import { sharesOf } from '../../../renderer/facets/shares.ts';

const edges = [0, 10, 20, 30, 40];

describe('a range of bins', () => {
  it('is drawn from one position to another in either direction', () => {
    expect([binAt(-1, 4), binAt(0, 4), binAt(0.49, 4), binAt(1, 4), binAt(7, 4)]).toEqual([0, 0, 1, 3, 3]);
    expect(binsBetween(3, 1)).toEqual({ from: 1, to: 3 });
  });

  it('has ends that stay in order and within the histogram, wherever they are moved', () => {
    const step = fc.tuple(fc.constantFrom('from' as const, 'to' as const), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(step), (moves) => {
        let range = { from: 0, to: 3 };
        for (const [end, bin] of moves) range = withEnd(range, end, bin, 4);
        expect(0 <= range.from && range.from <= range.to && range.to <= 3).toBe(true);
      }),
    );
    expect(withEnd({ from: 1, to: 2 }, 'to', Number.POSITIVE_INFINITY, 4)).toEqual({ from: 1, to: 3 });
    expect(isWhole({ from: 0, to: 3 }, 4)).toBe(true);
  });

  it('has the bins that an interval overlaps; its upper limit is excluded', () => {
    expect(binsOfInterval(edges, 10, 30)).toEqual({ from: 1, to: 2 });
    expect(binsOfInterval(edges, 5, null)).toEqual({ from: 0, to: 3 });
    expect(binsOfInterval(edges, null, 10)).toEqual({ from: 0, to: 0 });
    expect(binsOfInterval(edges, 40, null)).toEqual({ from: 3, to: 3 });
    expect(binsOfInterval(edges, 50, 60)).toBeNull();
  });

  it('is the same after its limits are made an interval', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(3), (one, other) => {
        const range = binsBetween(one, other);
        const [low, high] = [edges[range.from]!, range.to === 3 ? null : edges[range.to + 1]!];
        expect(binsOfInterval(edges, low, high)).toEqual(range);
      }),
    );
  });
});

it('bars of few selected users are scaled by shares, so that they are as long as those of all users', () => {
  const { shares, largest } = sharesOf(
    [
      { selected: 1, everyone: 500 },
      { selected: 1, everyone: 1500 },
    ],
    { selected: 2, everyone: 2000 },
  );
  expect(shares).toEqual([
    { selected: 0.5, everyone: 0.25 },
    { selected: 0.5, everyone: 0.75 },
  ]);
  expect(largest).toBe(0.75);
  expect(sharesOf([{ selected: 0, everyone: 0 }], { selected: 0, everyone: 0 }).shares).toEqual([
    { selected: 0, everyone: 0 },
  ]);
});
