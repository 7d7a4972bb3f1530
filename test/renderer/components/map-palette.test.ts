import { describe, expect, it } from 'vitest';
import { categoryColour, mapPalette, rampColours } from '../../../renderer/components/map-palette.ts';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const linear = (byte: number) => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const rgb = (hex: string): Rgb => {
  const channel = (i: number) => linear(Number.parseInt(hex.slice(i, i + 2), 16));
  return [channel(1), channel(3), channel(5)];
};
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Returns the WCAG 2.2 contrast ratio, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(rgb(a)) + 0.05, luminance(rgb(b)) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** Simulation of colour vision deficiency: Machado, Oliveira and Fernandes (2009), full severity, on linear RGB. */
const visionMatrices: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function applyMatrix([r, g, b]: Matrix, colour: Rgb): Rgb {
  const channel = (row: Rgb) => Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]));
  return [channel(r), channel(g), channel(b)];
}

/** Converts linear RGB to OKLab (Ottosson, 2020), in which distances are perceptually uniform. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((value, i) => value - b[i]!));

describe.each([
  ['light', mapPalette(false)],
  ['dark', mapPalette(true)],
])('the colours of points in the %s scheme', (_, palette) => {
  it('have a contrast of at least 3 to 1 with the panel', () => {
    for (const colour of [...palette.categories, ...palette.further, ...palette.ramp, palette.none, palette.other]) {
      expect(contrast(colour, palette.background), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.entries(visionMatrices))('differ from each other with %s sight', (_sight, matrix) => {
    const labColours = palette.categories.map((colour) => oklab(applyMatrix(matrix, rgb(colour))));
    for (let i = 0; i < labColours.length; i++) {
      for (let j = 0; j < i; j++) {
        expect(
          distance(labColours[i]!, labColours[j]!),
          `${palette.categories[i]} ${palette.categories[j]}`,
        ).toBeGreaterThan(0.07);
      }
    }
  });

  it.each(Object.entries(visionMatrices))('differ still where there are many, with %s sight', (_sight, matrix) => {
    const hexes = [...palette.categories, ...palette.further];
    const labColours = hexes.map((colour) => oklab(applyMatrix(matrix, rgb(colour))));
    const leastDistance = (count: number) =>
      Math.min(...labColours.slice(0, count).flatMap((a, i) => labColours.slice(0, i).map((b) => distance(a, b))));
    expect(leastDistance(24)).toBeGreaterThan(0.05);
    expect(leastDistance(hexes.length)).toBeGreaterThan(0.039);
  });

  it('tell other values from unknown ones', () => {
    expect(contrast(palette.other, palette.none)).toBeGreaterThan(2);
  });

  it('change steadily from one end of the ramp to the other', () => {
    const lightness = rampColours(palette.ramp, 32).map((colour) => luminance(rgb(colour)));
    const sorted = [...lightness].sort((a, b) => a - b);
    expect([sorted, [...sorted].reverse()]).toContainEqual(lightness);
  });
});

describe('a category colour', () => {
  const palette = mapPalette(false);
  it('is absent for a negative index', () => {
    expect(categoryColour(palette, -1)).toBe(palette.none);
  });
  it('is another one for each of a hundred categories, the first ones those of the palette', () => {
    const colours = Array.from({ length: 100 }, (_, category) => categoryColour(palette, category));
    expect(new Set(colours).size).toBe(100);
    expect(colours.slice(0, palette.categories.length)).toEqual(palette.categories);
  });
});

it('a ramp starts and ends with its first and last stop', () => {
  expect(rampColours(['#000000', '#ff8000', '#ffffff'], 5)).toEqual([
    '#000000',
    '#804000',
    '#ff8000',
    '#ffc080',
    '#ffffff',
  ]);
});
