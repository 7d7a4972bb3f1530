import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insidePolygon, type Point } from '../../../shared/domain/polygon.ts';

describe('a polygon', () => {
  it('contains the points between its sides, also if it is concave or crosses itself', () => {
    const horseshoe = insidePolygon([
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
    ]);
    expect([horseshoe(0.5, 2), horseshoe(2.5, 2), horseshoe(1.5, 0.5)]).toEqual([true, true, true]);
    expect([horseshoe(1.5, 2), horseshoe(3.5, 2), horseshoe(-1, 0.5)]).toEqual([false, false, false]);
    const hourglass = insidePolygon([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ]);
    expect([hourglass(0.3, 1), hourglass(1.7, 1), hourglass(1, 1.7), hourglass(1, 0.3)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('agrees with the signs of the three areas of a triangle', () => {
    const coordinate = fc.integer({ min: -20, max: 20 });
    const point = fc.tuple(coordinate, coordinate);
    fc.assert(
      fc.property(point, point, point, coordinate, coordinate, (a, b, c, x, y) => {
        const p: Point = [x + 0.3, y + 0.7];
        const areas = [area(a, b, p), area(b, c, p), area(c, a, p)];
        fc.pre(areas.every((value) => Math.abs(value) > 1e-6));
        const inside = areas.every((value) => value > 0) || areas.every((value) => value < 0);
        expect(insidePolygon([a, b, c])(...p)).toBe(inside);
      }),
    );
  });
});

function area(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
}
