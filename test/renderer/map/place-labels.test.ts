import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelCandidate, placeLabels } from '../../../renderer/map/place-labels.ts';

const screen = { width: 800, height: 600 };

const label = (key: number, x: number, y: number, weight = 1): LabelCandidate => ({
  key,
  x,
  y,
  weight,
  width: 120,
  height: 20,
});

const labels = fc.uniqueArray(
  fc.record({
    key: fc.nat(1000),
    x: fc.double({ min: -100, max: 900, noNaN: true }),
    y: fc.double({ min: -100, max: 700, noNaN: true }),
    width: fc.integer({ min: 10, max: 230 }),
    height: fc.constant(22),
    weight: fc.nat(5000),
  }),
  { selector: ({ key }) => key, maxLength: 40 },
);

describe('labels on the map', () => {
  it('never overlap and never leave the screen', () => {
    fc.assert(
      fc.property(labels, (candidates) => {
        const sizes = new Map(candidates.map((candidate) => [candidate.key, candidate]));
        const boxes = placeLabels(candidates, screen).map(({ key, left, top }) => {
          const { width, height } = sizes.get(key)!;
          return { left, top, right: left + width, bottom: top + height };
        });
        for (const [i, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.top).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(screen.width);
          expect(a.bottom).toBeLessThanOrEqual(screen.height);
          for (const b of boxes.slice(0, i)) {
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
          }
        }
      }),
    );
  });

  it('are above their point if there is room', () => {
    expect(placeLabels([label(7, 400, 300)], screen)).toEqual([{ key: 7, left: 340, top: 272 }]);
  });

  it('prefer the larger of two clusters; the smaller one’s label moves aside', () => {
    const placed = placeLabels([label(1, 400, 300, 5), label(2, 405, 300, 50)], screen);
    expect(placed.map(({ key }) => key)).toEqual([2, 1]);
    expect(placed[0]).toEqual({ key: 2, left: 345, top: 272 });
    expect(Math.abs(placed[1]!.top - 272)).toBeGreaterThanOrEqual(20);
  });

  it('are omitted if their point is off the screen, or if there is no room', () => {
    expect(placeLabels([label(1, -5, 300)], screen)).toEqual([]);
    const crowd = Array.from({ length: 30 }, (_, i) => label(i, 400, 300, i));
    const placed = placeLabels(crowd, screen);
    expect(placed.length).toBeLessThan(30);
    expect(placed[0]!.key).toBe(29);
  });

  it('leave obstacles such as the legend free', () => {
    const obstacle = { left: 0, top: 0, right: 300, bottom: 200 };
    fc.assert(
      fc.property(labels, (candidates) => {
        const sizes = new Map(candidates.map((candidate) => [candidate.key, candidate]));
        for (const { key, left, top } of placeLabels(candidates, screen, [obstacle])) {
          const isRight = left >= obstacle.right;
          const isBelow = top >= obstacle.bottom;
          expect([key, sizes.has(key), isRight || isBelow]).toEqual([key, true, true]);
        }
      }),
    );
  });
});
