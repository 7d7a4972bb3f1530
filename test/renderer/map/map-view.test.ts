import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cameraOf, mapViewOf } from '../../../renderer/map/map-view.ts';

const number = fc.double({ min: -20, max: 20, noNaN: true });
const positive = fc.double({ min: 0.01, max: 50, noNaN: true });

it('a view of the map is the same after it is shown', () => {
  const frame = fc.record({ centreX: number, centreY: number, half: positive });
  const view = fc.record({ x: number, y: number, zoom: positive });
  fc.assert(
    fc.property(frame, view, (place, shown) => {
      const read = mapViewOf(place, cameraOf(place, shown));
      for (const key of ['x', 'y', 'zoom'] as const) expect(read[key]).toBeCloseTo(shown[key], 6);
    }),
  );
});
