import { useComputedColorScheme } from '@mantine/core';

/**
 * Chart colours of the current colour scheme. The first series is a neutral blue-grey, because the accent colour marks
 * controls and progress.
 */
export interface Palette {
  dark: boolean;
  text: string;
  faint: string;
  grid: string;
  panel: string;
  series: readonly string[];
}

const light: Palette = {
  dark: false,
  text: '#1f2430',
  faint: '#5b6270',
  grid: '#e3e6ee',
  panel: '#ffffff',
  series: [
    '#54658c',
    '#0f9b8e',
    '#e0872b',
    '#c2457b',
    '#7a5bd0',
    '#4c9a3f',
    '#2f86c6',
    '#a86a3d',
    '#6b7280',
    '#b3a11f',
  ],
};

const dark: Palette = {
  dark: true,
  text: '#e6e8ee',
  faint: '#a3a9b6',
  grid: '#31353f',
  panel: '#1b1e25',
  series: [
    '#93a5cc',
    '#35c3b4',
    '#f2a654',
    '#e878a6',
    '#a98df2',
    '#7cc46d',
    '#62b0ea',
    '#d29a6b',
    '#a3a9b6',
    '#dccb55',
  ],
};

export function usePalette(): Palette {
  return useComputedColorScheme('light') === 'dark' ? dark : light;
}
