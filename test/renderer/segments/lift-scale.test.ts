import { describe, expect, it } from 'vitest';
import { liftScale } from '../../../renderer/segments/lift-scale.ts';

describe('the axis of lifts', () => {
  it('consists of powers of two around 1 that contain every interval', () => {
    const scale = liftScale([
      { low: 0.3, high: 0.9 },
      { low: 2, high: 5 },
    ]);
    expect([scale.low, scale.high]).toEqual([0.25, 8]);
    expect(scale.ticks).toEqual([0.25, 0.5, 1, 2, 4, 8]);
    expect(scale.position(0.25)).toBe(0);
    expect(scale.position(8)).toBe(1);
    expect(scale.position(1)).toBeCloseTo(2 / 5);
  });

  it('has room on both sides of 1 even if all lifts are 1', () => {
    expect(liftScale([])).toMatchObject({ low: 0.5, high: 2 });
  });

  it('clamps a lift of 0 and an infinite one to its ends', () => {
    const scale = liftScale([{ low: 0, high: 1e9 }]);
    expect([scale.low, scale.high]).toEqual([0.5, 32]);
    expect(scale.position(0)).toBe(0);
    expect(scale.position(1e9)).toBe(1);
  });
});
