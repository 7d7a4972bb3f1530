import { rampColours } from '../map/palette.ts';

/** How dark a cell is drawn: from the panel's colour for the least weight to a strong one for the greatest. */
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

/** The colour of a share of the way from the least to the greatest. */
export function heatColour(colours: HeatColours, share: number): string {
  return colours.cells[Math.round(share * (colours.cells.length - 1))] ?? colours.background;
}

/** How far a weight is from a head's least to its greatest; 0 where they are the same. */
export function shareOf(weight: number, { least, most }: { least: number; most: number }): number {
  return most > least ? (weight - least) / (most - least) : 0;
}
