import { describe, expect, it } from 'vitest';
import { presetDifference } from '../../../renderer/runs/preset-difference.ts';
import { textPreset } from '../../../shared/domain/text-presets.ts';
import { trainPreset } from '../../../shared/domain/train-presets.ts';

const data = { users: 900, events: 100_000, items: 1_700 };
const run = { kind: 'behaviour', rating: null } as const;

describe('the settings of a run', () => {
  it('are compared with the preset that they are closest to', () => {
    for (const preset of ['quick', 'thorough'] as const) {
      expect(presetDifference({ run, config: trainPreset(preset, data) }, data)).toEqual({ preset, changes: [] });
    }
  });

  it('differ in what was changed, beside the value of the preset', () => {
    const config = { ...trainPreset('thorough', data), layers: 4, fields: ['item' as const] };
    const { preset, changes } = presetDifference({ run, config }, data);
    expect(preset).toBe('thorough');
    expect(changes.map(({ field }) => field)).toEqual(['layers', 'fields']);
    expect(changes[0]?.value).toBe(2);
  });

  it('of texts are compared with the presets of texts', () => {
    const config = { ...textPreset('quick'), width: 48 };
    const difference = presetDifference({ run: { kind: 'text', rating: null }, config }, data);
    expect(difference).toMatchObject({ preset: 'quick', changes: [{ field: 'width', value: 32 }] });
  });
});
