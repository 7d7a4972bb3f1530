import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochsOf, planBracket, survivorsAfter } from '../../../../electron/engine/train/search/plan.ts';

/** Total epochs that a bracket trains, stage by stage. */
function added({ trials, stages }: { trials: number; stages: readonly number[] }): number {
  return stages.reduce((sum, end, stage) => sum + survivorsAfter(trials, stage) * (end - (stages[stage - 1] ?? 0)), 0);
}

const epochs = fc.integer({ min: 1, max: 1000 });
const affordable = fc.double({ min: 0, max: 1e5, noNaN: true });

describe('a bracket of successive halving', () => {
  it('has rungs of increasing epochs up to the maximum, a third of the trials continuing at each, one at the end', () => {
    fc.assert(
      fc.property(epochs, affordable, (most, time) => {
        const { trials, stages } = planBracket(most, time);
        expect(stages.at(-1)).toBeLessThanOrEqual(most);
        expect(stages.every((end, i) => end > (stages[i - 1] ?? 0))).toBe(true);
        expect(trials).toBeGreaterThanOrEqual(3);
        expect(survivorsAfter(trials, 3)).toBe(1);
      }),
    );
  });

  it('fits into the time limit, if that allows three trials of three epochs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 1000 }), fc.double({ min: 5, max: 1e5, noNaN: true }), (most, time) => {
        const bracket = planBracket(most, time);
        expect(added(bracket)).toBeLessThanOrEqual(1.2 * time + 3);
        expect(epochsOf(bracket) / added(bracket)).toBeCloseTo(1, 0);
      }),
    );
  });

  it('has more trials for a longer time limit', () => {
    expect(planBracket(100, 20)).toEqual({ trials: 3, stages: [4, 12] });
    expect(planBracket(100, 100)).toEqual({ trials: 9, stages: [5, 14, 42] });
    expect(planBracket(100, 1000)).toEqual({ trials: 27, stages: [4, 11, 33, 100] });
    expect(planBracket(1, 1000)).toEqual({ trials: 3, stages: [1] });
  });
});
