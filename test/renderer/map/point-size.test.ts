import { describe, expect, it } from 'vitest';
import { pointSize } from '../../../renderer/map/point-size.ts';

const whole = { x: 0, y: 0, distance: 1 };

describe('the size of a point', () => {
  it('is between 2.5 and 9 pixels, smaller the more points there are', () => {
    const sizes = [1, 150, 1000, 10_000, 100_000, 1_000_000].map((points) => pointSize(points, whole));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBe(9);
    expect(sizes.at(-1)).toBe(2.5);
  });

  it('grows as the view zooms in, and does not shrink as it zooms out', () => {
    expect(pointSize(1000, { ...whole, distance: 0.1 })).toBeGreaterThan(pointSize(1000, whole));
    expect(pointSize(1000, { ...whole, distance: 5 })).toBe(pointSize(1000, whole));
  });
});
