import { describe, expect, it } from 'vitest';
import { mapPalette } from '../../../renderer/components/map-palette.ts';
import {
  clusterColouring,
  drawingOrder,
  inOrder,
  labelColouring,
  numberColouring,
} from '../../../renderer/map/colouring.ts';

const palette = mapPalette(false);
const texts = { other: 'other', unknown: 'unknown' };

describe('cluster colours', () => {
  it('are the same on the map, in the legend and in the list', () => {
    const clusters = [
      { id: 0, name: 'a', size: 2 },
      { id: 12, name: 'b', size: 1 },
    ];
    const { codes, colours, legend } = clusterColouring(Int32Array.of(0, 12, -1), clusters, palette);
    const pointColours = Array.from(codes, (code) => colours[code]);
    expect(pointColours).toEqual([palette.categories[0], palette.further[2], palette.none]);
    expect(legend.kind === 'categories' && legend.entries.map(({ colour }) => colour)).toEqual(
      pointColours.slice(0, 2),
    );
  });
});

describe('label colours', () => {
  it('distinguish the most frequent labels; others and unknown ones have two greys', () => {
    const labels = Array.from({ length: 14 }, (_, i) => `l${i}`);
    const codes = Int32Array.from(
      [...labels.keys()].flatMap((code) => Array<number>(14 - code).fill(code)).concat(-1, -1),
    );
    const colouring = labelColouring(labels, codes, palette, texts);
    if (colouring.legend.kind !== 'categories') throw new Error('labels are categories');
    const { entries } = colouring.legend;
    expect(entries[0]).toEqual({ colour: palette.categories[0], label: 'l0', count: 14, value: 'l0' });
    expect(entries.slice(-2)).toEqual([
      { colour: palette.other, label: 'other', count: 5 + 4 + 3 + 2 + 1, value: null },
      { colour: palette.none, label: 'unknown', count: 2, value: null },
    ]);
    expect(entries.reduce((sum, { count }) => sum + count, 0)).toBe(codes.length);
    expect(new Set(entries.slice(0, 9).map(({ colour }) => colour)).size).toBe(9);
    expect(colouring.colours[colouring.codes.at(-1)!]).toBe(palette.none);
  });

  it('have no entry “other” if every label has a colour', () => {
    const { legend } = labelColouring(['f', 'm'], Int32Array.of(1, 0, 1), palette, texts);
    expect(legend.kind === 'categories' && legend.entries.map(({ label, count }) => [label, count])).toEqual([
      ['m', 2],
      ['f', 1],
    ]);
  });
});

describe('the order in which points are drawn', () => {
  it('is the same among some of them, so that unknown values stay behind the known ones', () => {
    const order = drawingOrder(labelColouring(['f'], Int32Array.of(0, -1, 0, -1), palette, texts));
    expect([...inOrder(Uint32Array.of(0, 1, 2), order)]).toEqual([1, 0, 2]);
  });

  it('puts unknown values at the back, then others, then the known ones as they come', () => {
    const labels = Array.from({ length: 12 }, (_, i) => `l${i}`);
    const codes = Int32Array.from([0, -1, ...labels.keys(), ...labels.slice(0, 9).keys(), -1]);
    const order = [...drawingOrder(labelColouring(labels, codes, palette, texts))];
    expect(order.slice(0, 2).map((point) => codes[point])).toEqual([-1, -1]);
    expect(order.slice(2, 5).map((point) => codes[point])).toEqual([9, 10, 11]);
    expect(order.slice(5)).toEqual([...order.slice(5)].sort((a, b) => a - b));
    expect([...order].sort((a, b) => a - b)).toEqual([...codes.keys()]);
  });
});

describe('number colours', () => {
  it('distinguish most points even if one value is far above all others', () => {
    const values = Float32Array.from([...Array(99).keys(), 1e6]);
    expect(new Set(numberColouring(values, palette).codes).size).toBeGreaterThan(50);
  });

  it('are equal for equal values, from the first for the minimum to the last for the maximum', () => {
    const { codes, colours } = numberColouring(Float32Array.of(0, 0, 0, 5, 9, 9), palette);
    expect(codes[0]).toBe(codes[2]);
    expect(colours[codes[0]!]).toBe(palette.ramp[0]);
    expect(colours[codes[5]!]).toBe(palette.ramp.at(-1));
  });

  it('are grey for unknown values, which are counted', () => {
    const { codes, colours, legend } = numberColouring(Float32Array.of(Number.NaN, 1), palette);
    expect(colours[codes[0]!]).toBe(palette.none);
    expect(legend.kind === 'ramp' && legend.unknown).toBe(1);
  });

  it('have ascending ticks, each at the colour of its value', () => {
    const values = Float32Array.from({ length: 200 }, (_, i) => (i < 120 ? 0 : i));
    const { legend } = numberColouring(values, palette);
    if (legend.kind !== 'ramp') throw new Error('numbers make a ramp');
    expect(legend.ticks[0]).toEqual({ at: 0, value: 0 });
    expect(legend.ticks.at(-1)).toEqual({ at: 1, value: 199 });
    const places = legend.ticks.map(({ at }) => at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
