import { describe, expect, it } from 'vitest';
import {
  allValues,
  initialRange,
  invalidSettings,
  parseValue,
  remainingSettings,
} from '../../../../renderer/pages/model/search/ranges.ts';
import { isValidPlan } from '../../../../renderer/pages/model/search/search-plan.ts';
import { DEFAULT_RANGES, rangeErrors } from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const config = TrainConfig.parse({});

describe('ranges of a search', () => {
  it('start around the current configuration, within the limits of each setting', () => {
    for (const field of remainingSettings({})) {
      expect([field, rangeErrors({ [field]: initialRange(field, config) })]).toEqual([field, []]);
    }
    expect(initialRange('dropout', { ...config, dropout: 0.6 })).toMatchObject({ from: 0.3, to: 0.6 });
    expect(initialRange('norm', config)).toEqual({ values: ['post', 'pre', 'rezero'] });
  });

  it('report invalid values', () => {
    expect(invalidSettings(DEFAULT_RANGES)).toEqual([]);
    expect(invalidSettings({ ...DEFAULT_RANGES, layers: { values: [0] } })).toEqual(['layers']);
    const plan = { minutes: 10, method: 'halving', ranges: DEFAULT_RANGES } as const;
    expect(isValidPlan(plan)).toBe(true);
    expect(isValidPlan({ ...plan, minutes: 0 })).toBe(false);
    expect(isValidPlan({ ...plan, ranges: {} })).toBe(false);
  });

  it('offer settings that are not searched yet, with all values of enumerations and switches', () => {
    expect(remainingSettings(DEFAULT_RANGES)).not.toContain('width');
    expect(remainingSettings(DEFAULT_RANGES)).toContain('norm');
    expect(allValues('logQ')).toEqual([true, false]);
    expect(allValues('objective')).toEqual(['masked', 'causal']);
  });

  it('parse numbers', () => {
    expect(parseValue('0.001')).toBe(0.001);
    expect(parseValue('pre')).toBe('pre');
    expect(parseValue(' ')).toBe(' ');
  });
});
