import { describe, expect, it } from 'vitest';
import { RFM_RANGES, type RfmName, rfmName, scoreRfm } from '../../../shared/domain/rfm.ts';

const FIFTHS = [1, 2, 3, 4, 5];
const allScores = FIFTHS.flatMap((r) => FIFTHS.flatMap((f) => FIFTHS.map((m) => ({ r, f, m }))));

describe('the name of a customer', () => {
  it('is one of eleven for every combination of scores, and each name has some', () => {
    const names = new Set(allScores.map(rfmName));
    expect([...names].sort()).toEqual(RFM_RANGES.map(({ name }) => name).sort());
    expect(names.size).toBe(11);
  });

  const cases: readonly [r: number, f: number, m: number, RfmName][] = [
    [5, 5, 5, 'champion'],
    [4, 4, 4, 'champion'],
    [1, 5, 4, 'cannotLose'],
    [1, 4, 3, 'atRisk'],
    [2, 5, 5, 'atRisk'],
    [2, 2, 2, 'atRisk'],
    [5, 1, 1, 'new'],
    [4, 1, 1, 'new'],
    [3, 1, 1, 'promising'],
    [3, 2, 2, 'needsAttention'],
    [3, 3, 3, 'needsAttention'],
    [4, 2, 2, 'potentialLoyalist'],
    [3, 1, 2, 'potentialLoyalist'],
    [5, 3, 4, 'loyal'],
    [3, 5, 5, 'loyal'],
    [2, 1, 2, 'aboutToSleep'],
    [2, 1, 1, 'aboutToSleep'],
    [1, 1, 1, 'lost'],
    [1, 1, 2, 'hibernating'],
  ];
  it.each(cases)('with the scores %i %i %i is %s', (r, f, m, name) => {
    expect(rfmName({ r, f, m })).toBe(name);
  });

  it('is never loyal or champion for the lowest frequency, whatever the money', () => {
    const names = allScores.filter(({ f }) => f === 1).map(rfmName);
    expect(names).not.toContain('loyal');
    expect(names).not.toContain('champion');
  });
});

describe('the scores of customers', () => {
  it('are quintiles among them, with few days since the last purchase the best', () => {
    const { r, f, m, names } = scoreRfm({
      recency: [0, 10, 20, 30, 40],
      frequency: [9, 7, 5, 3, 1],
      monetary: [90, 10, 50, 30, 70],
    });
    expect([...r]).toEqual([5, 4, 3, 2, 1]);
    expect([...f]).toEqual([5, 4, 3, 2, 1]);
    expect([...m]).toEqual([5, 1, 3, 2, 4]);
    expect([...names].map((code) => RFM_RANGES[code]?.name)).toEqual([
      ...['champion', 'potentialLoyalist', 'needsAttention', 'atRisk', 'atRisk'],
    ]);
  });

  it('are equal for equal values, the lowest that any of them would have', () => {
    const frequency = [1, 1, 1, 1, 1, 1, 2, 3];
    expect([...scoreRfm({ recency: frequency, frequency, monetary: frequency }).f]).toEqual([1, 1, 1, 1, 1, 1, 5, 5]);
  });

  it('count frequency for both where no money is known, and are absent where a measure is', () => {
    const money = [Number.NaN, Number.NaN, Number.NaN];
    const { f, m } = scoreRfm({ recency: [1, 2, 3], frequency: [1, 2, 3], monetary: money });
    expect(m).toEqual(f);
    const { m: some, names } = scoreRfm({ recency: [1, 2], frequency: [1, 2], monetary: [5, Number.NaN] });
    expect([...some]).toEqual([3, 0]);
    expect(names[1]).toBe(-1);
  });

  it('of a single customer are in the middle', () => {
    const { r, f, m, names } = scoreRfm({ recency: [4], frequency: [1], monetary: [9] });
    expect([r[0], f[0], m[0]]).toEqual([3, 3, 3]);
    expect(RFM_RANGES[names[0]!]?.name).toBe('needsAttention');
  });
});
