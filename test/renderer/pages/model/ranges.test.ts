import { describe, expect, it } from 'vitest';
import {
  everyValue,
  firstRange,
  typedValue,
  unsearched,
  wrongSettings,
} from '../../../../renderer/pages/model/search/ranges.ts';
import { isSound } from '../../../../renderer/pages/model/search/SearchFields.tsx';
import { USUAL_RANGES, wrongRanges } from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const config = TrainConfig.parse({});

describe('ranges of a search', () => {
  it('begin around what a configuration has, within what each setting can be', () => {
    for (const field of unsearched({})) {
      expect([field, wrongRanges({ [field]: firstRange(field, config) })]).toEqual([field, []]);
    }
    expect(firstRange('dropout', { ...config, dropout: 0.6 })).toMatchObject({ from: 0.3, to: 0.6 });
    expect(firstRange('norm', config)).toEqual({ values: ['post', 'pre', 'rezero'] });
  });

  it('name those that cannot be', () => {
    expect(wrongSettings(USUAL_RANGES)).toEqual([]);
    expect(wrongSettings({ ...USUAL_RANGES, layers: { values: [0] } })).toEqual(['layers']);
    const plan = { minutes: 10, method: 'halving', ranges: USUAL_RANGES } as const;
    expect(isSound(plan)).toBe(true);
    expect(isSound({ ...plan, minutes: 0 })).toBe(false);
    expect(isSound({ ...plan, ranges: {} })).toBe(false);
  });

  it('offer what is not searched yet, and every value of words and answers', () => {
    expect(unsearched(USUAL_RANGES)).not.toContain('width');
    expect(unsearched(USUAL_RANGES)).toContain('norm');
    expect(everyValue('logQ')).toEqual([true, false]);
    expect(everyValue('objective')).toEqual(['masked', 'causal']);
  });

  it('take numbers as numbers', () => {
    expect(typedValue('0.001')).toBe(0.001);
    expect(typedValue('pre')).toBe('pre');
    expect(typedValue(' ')).toBe(' ');
  });
});
