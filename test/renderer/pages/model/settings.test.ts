import { describe, expect, it } from 'vitest';
import { changedFields, choices, firstIssue, groups, isRelevant } from '../../../../renderer/training/settings.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { trainPreset } from '../../../../shared/domain/train-presets.ts';

const quick = trainPreset('quick', { users: 900, events: 100_000, items: 1_700 });
const fields = Object.values(groups).flat();

describe('the training settings', () => {
  it('cover the whole configuration except the time limit on data, each once', () => {
    expect([...fields].sort()).toEqual(
      Object.keys(TrainConfig.shape)
        .filter((name) => name !== 'until')
        .sort(),
    );
  });

  it('offer every value of an enumeration', () => {
    for (const field of fields) {
      if (typeof quick[field] === 'string') expect(choices).toHaveProperty(field);
    }
  });

  it('show only settings that have an effect', () => {
    const shown = (settings: TrainConfig) => fields.filter((field) => isRelevant(field, settings));
    expect(shown({ ...quick, objective: 'causal' })).not.toContain('maskShare');
    expect(shown({ ...quick, objective: 'masked' })).toContain('maskShare');
    expect(shown({ ...quick, loss: 'full' })).not.toContain('negatives');
    expect(shown({ ...quick, split: 'temporal' })).toContain('testShare');
    expect(shown({ ...quick, contrast: 0 })).not.toContain('slices');
    expect(shown({ ...quick, contrast: 0.5 })).toContain('slices');
  });

  it('report errors with the limit that is exceeded', () => {
    expect(firstIssue(quick)).toBeNull();
    expect(firstIssue({ ...quick, layers: 0 })).toEqual({ field: 'layers', kind: 'least', bound: 1 });
    expect(firstIssue({ ...quick, dropout: 2 })).toEqual({ field: 'dropout', kind: 'most', bound: 0.9 });
    expect(firstIssue({ ...quick, width: 64, heads: 3 })).toEqual({ field: 'heads', kind: 'heads' });
    expect(firstIssue({ ...quick, fields: [] })).toEqual({ field: 'fields', kind: 'none' });
    expect(firstIssue({ ...quick, epochs: 1.5 })).toEqual({ field: 'epochs', kind: 'value' });
  });

  it('list the differences from a preset', () => {
    expect(changedFields(quick, quick)).toEqual([]);
    expect(changedFields({ ...quick, layers: 3, fields: ['item'] }, quick)).toEqual(['layers', 'fields']);
  });
});
