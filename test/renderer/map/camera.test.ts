import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cameraBelow,
  cameraBetween,
  fromScreen,
  looksEqual,
  panned,
  toScreen,
  zoomedAt,
} from '../../../renderer/map/camera.ts';
import type { Position } from '../../../renderer/map/position.ts';

const unit = fc.double({ min: -2, max: 2, noNaN: true });
const camera = fc.record({ x: unit, y: unit, distance: fc.double({ min: 0.01, max: 5, noNaN: true }) });
const size = fc.record({ width: fc.integer({ min: 100, max: 3000 }), height: fc.integer({ min: 100, max: 2000 }) });
const pixel = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 2000 }));

function expectPosition(position: Position, expected: Position): void {
  for (const axis of [0, 1] as const) expect(position[axis]).toBeCloseTo(expected[axis], 4);
}

describe('the camera of the map', () => {
  it('shows its centre in the middle of the canvas, and its distance above it at the upper edge', () => {
    const view = { x: 0.5, y: -0.25, distance: 0.5 };
    const canvas = { width: 400, height: 200 };
    expect(toScreen(view, canvas, [0.5, -0.25])).toEqual([200, 100]);
    expect(toScreen(view, canvas, [0.5, 0.25])).toEqual([200, 0]);
    expect(toScreen(view, canvas, [1.5, -0.25])).toEqual([400, 100]);
  });

  it('fits a view into the part of the canvas below the tools', () => {
    const canvas = { width: 400, height: 300 };
    const view = { x: 0.2, y: 0.1, halfWidth: 0.1, halfHeight: 1 };
    const fitted = cameraBelow(view, canvas, 60);
    const [, top] = toScreen(fitted, canvas, [0.2, 1.1]);
    const [x, bottom] = toScreen(fitted, canvas, [0.2, -0.9]);
    expect([x, (top + bottom) / 2]).toEqual([200, expect.closeTo(180, 6)]);
    expect(top).toBeGreaterThan(60);
    expect(bottom).toBeLessThan(300);
  });

  it('converts pixels to unit coordinates and back', () => {
    fc.assert(
      fc.property(camera, size, pixel, (view, canvas, position) => {
        expectPosition(toScreen(view, canvas, fromScreen(view, canvas, position)), position);
      }),
    );
  });

  it('moves the points with the pointer while panning', () => {
    fc.assert(
      fc.property(camera, size, pixel, fc.tuple(unit, unit), (view, canvas, [dx, dy], point) => {
        const [x, y] = toScreen(view, canvas, point);
        expectPosition(toScreen(panned(view, canvas, [dx, dy]), canvas, point), [x + dx, y + dy]);
      }),
    );
  });

  it('keeps the point under the pointer in place while zooming', () => {
    fc.assert(
      fc.property(camera, size, pixel, fc.double({ min: 0.5, max: 2, noNaN: true }), (view, canvas, at, factor) => {
        const point = fromScreen(view, canvas, at);
        expectPosition(toScreen(zoomedAt(view, canvas, at, factor), canvas, point), at);
      }),
    );
  });

  it('starts and ends a transition at its two views, and keeps a fixed point of both in place between', () => {
    fc.assert(
      fc.property(camera, size, pixel, fc.double({ min: 0, max: 1, noNaN: true }), (view, canvas, at, share) => {
        const target = zoomedAt(view, canvas, at, 1.6);
        for (const key of ['x', 'y', 'distance'] as const) {
          expect(cameraBetween(view, target, 0)[key]).toBeCloseTo(view[key], 6);
          expect(cameraBetween(view, target, 1)[key]).toBeCloseTo(target[key], 6);
        }
        const point = fromScreen(view, canvas, at);
        expectPosition(toScreen(cameraBetween(view, target, share), canvas, point), at);
      }),
    );
  });

  it('shows the same picture as long as no corner moves by more than half a pixel', () => {
    const view = { x: 0.5, y: -0.25, distance: 0.5 };
    const canvas = { width: 400, height: 200 };
    expect(looksEqual(view, { ...view, x: 0.502 }, canvas)).toBe(true);
    expect(looksEqual(view, { ...view, x: 0.504 }, canvas)).toBe(false);
    expect(looksEqual(view, { ...view, distance: 0.502 }, canvas)).toBe(false);
  });
});
