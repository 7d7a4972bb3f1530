import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPoint, pointGrid } from '../../../renderer/map/point-grid.ts';

const unit = fc.float({ min: -1, max: 1, noNaN: true });
const points = fc.array(fc.tuple(unit, unit), { maxLength: 200 });

/** The nearest point by looking at every one. */
function bruteForce(x: Float32Array, y: Float32Array, [px, py]: [number, number], radius: number): number | null {
  let nearest: number | null = null;
  let least = radius ** 2;
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i]! - px) ** 2 + (y[i]! - py) ** 2;
    if (distance <= least) [nearest, least] = [i, distance];
  }
  return nearest;
}

describe('the point under the pointer', () => {
  it('is the nearest of all points within the radius', () => {
    fc.assert(
      fc.property(points, fc.tuple(unit, unit), fc.double({ min: 0.001, max: 1, noNaN: true }), (list, at, radius) => {
        const x = Float32Array.from(list, ([px]) => px);
        const y = Float32Array.from(list, ([, py]) => py);
        expect(nearestPoint(pointGrid(x, y), at, radius)).toBe(bruteForce(x, y, at, radius));
      }),
    );
  });

  it('is none on a map without points, and a point that is not finite is never found', () => {
    const none = new Float32Array(0);
    expect(nearestPoint(pointGrid(none, none), [0, 0], 1)).toBeNull();
    const x = Float32Array.of(Number.NaN, 0.1);
    expect(nearestPoint(pointGrid(x, Float32Array.of(0, 0)), [0, 0], 1)).toBe(1);
    expect(nearestPoint(pointGrid(x, Float32Array.of(0, Infinity)), [0, 0], 1)).toBeNull();
  });
});
