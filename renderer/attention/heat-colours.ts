import { rampColours } from '../components/map-palette.ts';

/**
 * Colours of a heatmap; `cells` runs from the panel's colour for the minimum weight to a strong colour for the maximum.
 */
export interface HeatColours {
  cells: readonly string[];
  text: string;
  faint: string;
  background: string;
  line: string;
}

const STEPS = 128;

export function heatColours(dark: boolean): HeatColours {
  return dark
    ? {
        cells: rampColours(['#1b1e25', '#2b3a86', '#7a5bd0', '#ff8b8d', '#ffe891'], STEPS),
        text: '#e6e8ee',
        faint: '#a3a9b6',
        background: '#1b1e25',
        line: '#31353f',
      }
    : {
        cells: rampColours(['#ffffff', '#d7def8', '#8d9de6', '#3a50be', '#16205c'], STEPS),
        text: '#1f2430',
        faint: '#5b6270',
        background: '#ffffff',
        line: '#e3e6ee',
      };
}

/** Returns the colour for a fraction, 0 for the minimum and 1 for the maximum. */
export function heatColour(colours: HeatColours, share: number): string {
  return colours.cells[Math.round(share * (colours.cells.length - 1))] ?? colours.background;
}

/** Returns the place of a weight on the scale of its head, 0 to 1; 0 if the scale has no length. */
export function normalisedWeight(weight: number, { min, max }: { min: number; max: number }): number {
  return max > min ? Math.min(1, (weight - min) / (max - min)) : 0;
}
