import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceVerdicts, verdictOnDifference } from '../../../shared/domain/difference-verdict.ts';

describe('the verdict on a difference', () => {
  it('is certain if the 95 % interval excludes 0', () => {
    expect(verdictOnDifference({ value: 2, low: 0.1, high: 4 })).toBe('better');
    expect(verdictOnDifference({ value: -2, low: -4, high: -0.1 })).toBe('worse');
  });

  it('is probable if only the 80 % interval excludes 0', () => {
    expect(verdictOnDifference({ value: -1.7, low: -3.5, high: 0.2 })).toBe('probablyWorse');
    expect(verdictOnDifference({ value: 1.7, low: -0.2, high: 3.5 })).toBe('probablyBetter');
  });

  it('is level if both intervals contain 0, also at no difference at all', () => {
    expect(verdictOnDifference({ value: -0.5, low: -3, high: 2 })).toBe('level');
    expect(verdictOnDifference({ value: 0, low: 0, high: 0 })).toBe('level');
  });

  it('is reversed with the sign of the difference', () => {
    const bound = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), bound, bound, (value, below, above) => {
        const verdict = verdictOnDifference({ value, low: value - below, high: value + above });
        const reversed = verdictOnDifference({ value: -value, low: -value - above, high: -value + below });
        expect(differenceVerdicts.indexOf(verdict)).toBe(4 - differenceVerdicts.indexOf(reversed));
      }),
    );
  });
});
