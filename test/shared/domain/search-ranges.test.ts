import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../shared/domain/random.ts';
import { DEFAULT_RANGES, drawSettings, rangeErrors, type SearchRanges } from '../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';

const ranges: SearchRanges = {
  width: { from: 16, to: 256, log: true },
  layers: { from: 1, to: 4, log: false },
  learningRate: { from: 1e-4, to: 1e-1, log: true },
  dropout: { from: 0, to: 0.5, log: false },
  objective: { values: ['masked', 'causal'] },
  logQ: { values: [true, false] },
};
const drawn = (seed: number) => drawSettings(ranges, new Random(seed));

describe('settings sampled from ranges', () => {
  it('lie within them, are valid for a training, and depend on the seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const settings = drawn(seed);
        expect(TrainConfig.parse(settings)).toMatchObject(settings);
        expect(Number(settings.width) % 8).toBe(0);
        expect(settings.learningRate).toBeGreaterThanOrEqual(1e-4);
        expect(settings.learningRate).toBeLessThanOrEqual(1e-1);
        expect(drawn(seed)).toEqual(settings);
      }),
    );
  });

  it('are sampled evenly on a logarithmic scale if the range is, and evenly otherwise', () => {
    const many = Array.from({ length: 600 }, (_, seed) => drawn(seed));
    const below = (name: string, middle: number) => many.filter((one) => Number(one[name]) < middle).length / 600;
    expect(below('learningRate', Math.sqrt(1e-4 * 1e-1))).toBeCloseTo(0.5, 1);
    expect(below('dropout', 0.25)).toBeCloseTo(0.5, 1);
  });
});

describe('default ranges', () => {
  it('are valid', () => {
    expect(rangeErrors(DEFAULT_RANGES)).toEqual([]);
    expect(rangeErrors(ranges)).toEqual([]);
  });

  it.each<[string, SearchRanges]>([
    ['seed cannot be searched', { seed: { values: [1, 2] } }],
    ['epochs cannot be searched', { epochs: { from: 1, to: 5, log: false } }],
    ['an unknown setting', { depth: { values: [1] } }],
    ['from greater than to', { dropout: { from: 0.5, to: 0.1, log: false } }],
    ['a logarithmic range from zero', { weightDecay: { from: 0, to: 0.1, log: true } }],
    ['out of bounds', { dropout: { from: 0.1, to: 2, log: false } }],
    ['not an integer', { layers: { values: [1, 1.5] } }],
    ['an unknown value', { objective: { values: ['causal', 'guessing'] } }],
  ])('are invalid if they contradict themselves or the settings: %s', (_what, wrong) => {
    expect(rangeErrors({ ...ranges, ...wrong })).toHaveLength(1);
  });
});
