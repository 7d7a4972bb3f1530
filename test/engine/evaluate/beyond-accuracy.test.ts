import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondAccuracy, itemPopularity } from '../../../electron/engine/evaluate/beyond-accuracy.ts';
import { FIRST_TOKEN } from '../../../electron/engine/sequence/fields.ts';

const holdersOf = (...counts: number[]) => Int32Array.from([...new Array(FIRST_TOKEN).fill(0), ...counts]);
const item = (index: number) => FIRST_TOKEN + index;

describe('item popularity', () => {
  it('ranges from 0 for the least popular to 1 for the most popular; ties share the mean', () => {
    const { percentile, novelty } = itemPopularity(holdersOf(8, 1, 2, 2, 4), 8);
    expect([...percentile.slice(FIRST_TOKEN)]).toEqual([1, 0, 0.375, 0.375, 0.75]);
    expect([...novelty.slice(FIRST_TOKEN)]).toEqual([0, 3, 2, 2, 1]);
  });

  it('has a mean of one half', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2 }), (counts) => {
        const { percentile } = itemPopularity(holdersOf(...counts), 20);
        expect(percentile.reduce((sum, value) => sum + value, 0) / counts.length).toBeCloseTo(0.5, 9);
      }),
    );
  });
});

describe('beyond-accuracy metrics', () => {
  const popularity = itemPopularity(holdersOf(8, 4, 2, 1), 8);

  it('have low coverage if everyone gets the most popular item, high coverage if everyone gets another', () => {
    const same = beyondAccuracy(Int32Array.of(item(0), item(0), item(0), item(0)), popularity);
    expect(same).toEqual({ coverage: 0.25, popularity: 1, novelty: 0 });
    const each = beyondAccuracy(Int32Array.of(item(0), item(1), item(2), item(3)), popularity);
    expect(each).toMatchObject({ coverage: 1, novelty: 1.5 });
    expect(each.popularity).toBeCloseTo(0.5, 9);
  });

  it('ignore empty places', () => {
    expect(beyondAccuracy(Int32Array.of(0, item(3), 0), popularity)).toEqual({
      coverage: 0.25,
      popularity: 0,
      novelty: 3,
    });
    expect(beyondAccuracy(new Int32Array(3), popularity)).toEqual({ coverage: 0, popularity: 0, novelty: 0 });
  });
});
