import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../../renderer/map/position.ts';
import { simplifyPolygon } from '../../../renderer/map/simplify-polygon.ts';
import { insidePolygon } from '../../../shared/domain/polygon.ts';

const coordinate = fc.double({ min: -20, max: 20, noNaN: true });
const polygon = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 400 });

const circle = (vertices: number, radius: number): Position[] =>
  Array.from({ length: vertices }, (_, i) => {
    const angle = (2 * Math.PI * i) / vertices;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

describe('a lasso in a rule', () => {
  it('has 3 to 40 vertices with at most three decimals, each near a vertex that was drawn', () => {
    fc.assert(
      fc.property(polygon, (drawn) => {
        const simplified = simplifyPolygon(drawn);
        if (simplified === null) return;
        expect(simplified.length).toBeGreaterThanOrEqual(3);
        expect(simplified.length).toBeLessThanOrEqual(40);
        for (const [x, y] of simplified) {
          expect(String(x)).toMatch(/^-?\d+(\.\d{1,3})?$/);
          expect(drawn.some(([ax, ay]) => Math.abs(ax - x) <= 0.0006 && Math.abs(ay - y) <= 0.0006)).toBe(true);
        }
      }),
    );
  });

  it('encloses nearly the same area', () => {
    const inside = insidePolygon(simplifyPolygon(circle(600, 10)) ?? []);
    for (const [x, y] of circle(100, 9.8)) expect(inside(x, y)).toBe(true);
    for (const [x, y] of circle(100, 10.01)) expect(inside(x, y)).toBe(false);
  });

  it('is none if it encloses nothing', () => {
    expect(
      simplifyPolygon([
        [1, 1],
        [1.0001, 1],
        [1, 1.0001],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      simplifyPolygon([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
  });
});
