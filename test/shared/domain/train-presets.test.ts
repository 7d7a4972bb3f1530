import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { type DataSize, TrainPreset, trainPreset } from '../../../shared/domain/train-presets.ts';

const sizes = fc.record({
  users: fc.integer({ min: 0, max: 10_000_000 }),
  events: fc.integer({ min: 0, max: 1_000_000_000 }),
  items: fc.integer({ min: 0, max: 5_000_000 }),
});
const presets = fc.constantFrom(...TrainPreset.options);
const LASTFM: DataSize = { users: 1090, events: 52_551, items: 3646 };
const SHOP: DataSize = { users: 400_000, events: 5_000_000, items: 60_000 };

describe('a training preset', () => {
  it('gives valid settings for any data, always with a time limit', () => {
    fc.assert(
      fc.property(presets, sizes, (preset, size) => {
        const config = trainPreset(preset, size);
        expect(TrainConfig.parse(config)).toEqual(config);
        expect(config.width % config.heads).toBe(0);
        expect(config.minutes).toBeGreaterThan(0);
      }),
    );
  });

  it('trains no more epochs on more data', () => {
    fc.assert(
      fc.property(presets, sizes, fc.integer({ min: 2, max: 50 }), (preset, size, times) => {
        const more = { ...size, users: size.users * times, events: size.events * times };
        expect(trainPreset(preset, more).epochs).toBeLessThanOrEqual(trainPreset(preset, size).epochs);
      }),
    );
  });

  it('has more epochs, longer histories and a greater width if it is thorough than if it is quick', () => {
    for (const size of [LASTFM, SHOP]) {
      const [quick, thorough] = [trainPreset('quick', size), trainPreset('thorough', size)];
      expect(thorough.epochs).toBeGreaterThan(quick.epochs);
      expect(thorough.minutes).toBeGreaterThan(quick.minutes);
      expect(thorough.width).toBeGreaterThanOrEqual(quick.width);
      expect(thorough.length).toBeGreaterThanOrEqual(quick.length);
      expect(thorough.patience).toBeGreaterThan(0);
    }
  });

  it('has more dropout for small data', () => {
    expect(trainPreset('quick', LASTFM).dropout).toBeGreaterThan(trainPreset('quick', SHOP).dropout);
  });
});
