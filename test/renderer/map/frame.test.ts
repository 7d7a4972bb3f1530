import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreView, fitDistance, frameOf, fromUnit, toUnit, wholeView } from '../../../renderer/map/frame.ts';

const coordinate = fc.float({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 50 });

describe('the frame of a map', () => {
  it('contains all points, and converts coordinates to the screen and back', () => {
    fc.assert(
      fc.property(points, (list) => {
        const x = Float32Array.from(list, ([px]) => px);
        const y = Float32Array.from(list, ([, py]) => py);
        const frame = frameOf(x, y);
        const unit = toUnit(frame, x, y);
        for (let i = 0; i < x.length; i++) {
          expect(Math.abs(unit.x[i]!)).toBeLessThanOrEqual(1.0001);
          expect(Math.abs(unit.y[i]!)).toBeLessThanOrEqual(1.0001);
          const [bx, by] = fromUnit(frame, [unit.x[i]!, unit.y[i]!]);
          expect(bx).toBeCloseTo(x[i]!, 2);
          expect(by).toBeCloseTo(y[i]!, 2);
        }
      }),
    );
  });

  it('exists for one point, and for none', () => {
    expect(frameOf(Float32Array.of(3), Float32Array.of(4))).toEqual({ centreX: 3, centreY: 4, half: 1 });
    expect(frameOf(new Float32Array(0), new Float32Array(0)).half).toBe(1);
  });
});

describe('the initial view', () => {
  const bulk = Float32Array.from({ length: 200 }, (_, i) => i / 1000);

  it('is not enlarged by a few outliers, which the whole view contains', () => {
    const x = Float32Array.of(...bulk, 1, -1);
    expect(coreView(x, x).halfWidth).toBeLessThan(0.15);
    expect(wholeView(x, x).halfWidth).toBe(1);
  });

  it('is the whole view if there are no outliers', () => {
    expect(coreView(bulk, bulk).halfWidth).toBeCloseTo(wholeView(bulk, bulk).halfWidth, 2);
  });

  it('fits the longer side into the window', () => {
    const wide = { x: 0, y: 0, halfWidth: 1, halfHeight: 0.2 };
    expect(fitDistance(wide, 0.5)).toBeCloseTo(2.2);
    expect(fitDistance(wide, 2)).toBeCloseTo(0.55);
    expect(fitDistance({ ...wide, halfWidth: 0.1, halfHeight: 1 }, 2)).toBeCloseTo(1.1);
  });
});
