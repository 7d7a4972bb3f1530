import { describe, expect, it } from 'vitest';
import { heatColour, heatColours, normalisedWeight } from '../../../renderer/attention/heat-colours.ts';
import { cellAt, heatLayout } from '../../../renderer/attention/heatmap-layout.ts';
import { heatmapSvg } from '../../../renderer/attention/heatmap-svg.ts';
import { headOf, strongestLinks } from '../../../renderer/attention/weights.ts';

/** Two layers of two heads over three positions; each weight is its index in the array divided by 100. */
const attention = Float32Array.from({ length: 2 * 2 * 3 * 3 }, (_, i) => i / 100);
const measure = (label: string) => label.length * 7;

describe('the weights of an attention head', () => {
  it('are a slice of (layers × heads × from × to)', () => {
    const head = headOf(attention, 3, 2, 1, 0);
    expect(Array.from(head.weights, (weight) => Math.round(weight * 100))).toEqual([
      18, 19, 20, 21, 22, 23, 24, 25, 26,
    ]);
    expect(head.min).toBeCloseTo(0.18);
    expect(head.max).toBeCloseTo(0.26);
  });

  it('have the strongest links between the included positions', () => {
    const head = headOf(attention, 3, 2, 0, 0);
    const links = strongestLinks(head, 2, (position) => position !== 2);
    expect(links.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });
});

describe('the colour scale of an attention head', () => {
  it('ends at the largest weight between behaviours; those of special tokens above it have the same colour', () => {
    const weights = Float32Array.of(1, 0, 0, 0.7, 0.1, 0.2, 0.9, 0.05, 0.05);
    const head = headOf(weights, 3, 1, 0, 0, (position) => position > 0);
    expect(head.max).toBeCloseTo(0.2);
    expect(head.exceeded).toBe(true);
    expect(normalisedWeight(1, head)).toBe(1);
    expect(normalisedWeight(0.1, head)).toBeCloseTo(0.5);
    expect(headOf(weights, 3, 1, 0, 0)).toMatchObject({ max: 1, exceeded: false });
  });

  it('ends at the largest weight of all if there are only special tokens', () => {
    expect(headOf(Float32Array.of(0.4, 0.6, 0.5, 0.5), 2, 1, 0, 0, () => false)).toMatchObject({ exceeded: false });
  });
});

describe('heatmap colours', () => {
  const colours = heatColours(false);
  it('range from the minimum to the maximum', () => {
    expect(heatColour(colours, normalisedWeight(0.1, { min: 0.1, max: 0.5 }))).toBe('#ffffff');
    expect(heatColour(colours, normalisedWeight(0.5, { min: 0.1, max: 0.5 }))).toBe(colours.cells.at(-1));
  });
  it('are pale if all weights are equal', () => {
    expect(heatColour(colours, normalisedWeight(0.2, { min: 0.2, max: 0.2 }))).toBe('#ffffff');
  });
});

describe('the layout of a heatmap', () => {
  const labels = ['start', 'view · phone', 'purchase · phone'];
  it('returns the cell under the pointer, and null outside', () => {
    const layout = heatLayout(labels, 600, measure);
    const { left, top, cell } = layout;
    expect(cellAt(layout, left + 1, top + 1)).toEqual({ from: 0, to: 0 });
    expect(cellAt(layout, left + 2.5 * cell, top + 1.5 * cell)).toEqual({ from: 1, to: 2 });
    expect(cellAt(layout, left - 1, top + 1)).toBeNull();
    expect(cellAt(layout, left + 3 * cell, top + 1)).toBeNull();
  });

  it('fits the width, labels included', () => {
    const many = Array.from({ length: 60 }, (_, i) => `view · item ${i}`);
    for (const width of [480, 700, 1100]) expect(heatLayout(many, width, measure).width).toBeLessThanOrEqual(width);
  });

  it('writes smaller before it omits labels', () => {
    const many = Array.from({ length: 80 }, (_, i) => `view · item ${i}`);
    expect(heatLayout(many, 1100, measure)).toMatchObject({ labelStep: 1, cell: 12, fontSize: 11 });
  });

  it('omits labels that would overlap', () => {
    const many = Array.from({ length: 200 }, (_, i) => `view · item ${i}`);
    const { labelStep: every, cell, fontSize } = heatLayout(many, 1100, measure);
    expect(every * cell).toBeGreaterThan(fontSize);
  });
});

describe('the heatmap as an SVG file', () => {
  it('has a square for each weight and the labels, with special characters escaped', () => {
    const labels = ['start', 'view · <b>&"', 'x'.repeat(400)];
    const layout = heatLayout(labels, 600, measure);
    const svg = heatmapSvg(layout, headOf(attention, 3, 2, 0, 0), labels, heatColours(true));
    expect(svg.match(/<rect x=/g)).toHaveLength(9);
    expect(svg.match(/<text /g)).toHaveLength(6);
    expect(svg).toContain('view · &lt;b&gt;&amp;&quot;');
    expect(svg).not.toContain('x'.repeat(100));
  });
});
