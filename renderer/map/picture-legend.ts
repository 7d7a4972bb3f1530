import { type MapPalette, rampColours } from '../components/map-palette.ts';
import type { PictureEntry } from '../components/svg-picture.ts';
import type { Legend } from './colouring.ts';

interface LegendTexts {
  unknown: string;
  number: (value: number) => string;
}

/** Colours of a ramp from which those of its ticks are taken. */
const STEPS = 101;

/**
 * Returns the entries of the legend of a picture: one for each category, or one for each tick of a colour ramp and one
 * for unknown values.
 */
export function pictureLegend(legend: Legend, palette: MapPalette, texts: LegendTexts): PictureEntry[] {
  if (legend.kind === 'categories') return legend.entries.map(({ label, colour }) => ({ name: label, colour }));
  const colours = rampColours(legend.colours, STEPS);
  const ticks = legend.ticks.map(({ at, value }): PictureEntry => {
    return { name: texts.number(value), colour: colours[Math.round(at * (STEPS - 1))] ?? palette.none };
  });
  return legend.unknown > 0 ? [...ticks, { name: texts.unknown, colour: palette.none }] : ticks;
}
