import { describe, expect, it } from 'vitest';
import { mapPalette, mix } from '../../../renderer/components/map-palette.ts';
import { pictureLegend } from '../../../renderer/map/picture-legend.ts';
import { pointPaths, type ScreenPoints } from '../../../renderer/map/point-paths.ts';

const shown = (x: number[], y: number[], highlighted: number[] | null = null): ScreenPoints => ({
  width: 100,
  height: 50,
  x: Float32Array.from(x),
  y: Float32Array.from(y),
  diameter: 4,
  order: Uint32Array.from(x.keys()),
  highlighted: highlighted && Uint32Array.from(highlighted),
});
const colours = ['#000000', '#ff0000'];

describe('the points of a picture', () => {
  it('are one path a colour, without those outside, without a place, or on top of their like', () => {
    const points = shown([10.04, 10.01, 20, -1.5, -2.5, 101, 40, Number.NaN], [5, 5, 5, 5, 5, 60, 6, 5]);
    const codes = Float32Array.of(0, 0, 1, 1, 1, 1, 0, 0);
    expect(pointPaths(points, { codes, colours }, '#ffffff')).toEqual([
      { d: 'M10 5h0M40 6h0', colour: '#000000', opacity: 0.8 },
      { d: 'M20 5h0M-1.5 5h0', colour: '#ff0000', opacity: 0.8 },
    ]);
  });

  it('fade except those that are highlighted, which lie above', () => {
    const paths = pointPaths(shown([10, 20], [5, 5], [0]), { codes: Float32Array.of(0, 1), colours }, '#ffffff');
    expect(paths.map(({ d, opacity }) => [d, opacity])).toEqual([
      ['M10 5h0', 0.25],
      ['M20 5h0', 0.25],
      ['M10 5h0', 1],
    ]);
    expect(paths[0]?.colour).toBe(mix('#000000', '#ffffff', 0.85));
    expect(paths[2]?.colour).toBe('#000000');
  });
});

it('the legend of a picture has the ticks of a ramp in their colours, and what is unknown', () => {
  const palette = mapPalette(false);
  const ticks = [
    { at: 0, value: 1 },
    { at: 1, value: 9 },
  ];
  const texts = { unknown: 'unknown', number: String };
  expect(pictureLegend({ kind: 'ramp', colours: palette.ramp, ticks, unknown: 2 }, palette, texts)).toEqual([
    { name: '1', colour: palette.ramp[0] },
    { name: '9', colour: palette.ramp.at(-1) },
    { name: 'unknown', colour: palette.none },
  ]);
});
