/** Colours of points on the map. Each has a contrast of at least 3 : 1 with the background (WCAG 2.2, 1.4.11). */
export interface MapPalette {
  /** For categories: distinguishable with normal sight and with protanopia, deuteranopia and tritanopia. */
  categories: readonly string[];
  /** Colours of further categories: distinguishable, but with less contrast to each other. */
  further: readonly string[];
  /** From the minimum to the maximum value, in even steps of lightness. */
  ramp: readonly string[];
  /** For points without a category. */
  none: string;
  /** For points of categories that have no colour of their own. */
  other: string;
  background: string;
  /** Colour of the ring around the point under the pointer. */
  ring: string;
  /** Colour of the lasso's line. */
  lasso: string;
}

const light: MapPalette = {
  categories: [
    '#3735a4',
    '#c98448',
    '#1fa591',
    '#771a68',
    '#a36b00',
    '#9383e1',
    '#0e859a',
    '#a94157',
    '#474d02',
    '#7c5ad0',
  ],
  further: [
    '#430804',
    '#2b0c4d',
    '#053839',
    '#7502cd',
    '#af4dfd',
    '#1b62a7',
    '#4d2d04',
    '#d54e5b',
    '#785b18',
    '#3a017b',
    '#633f40',
    '#c05db9',
    '#658771',
    '#993793',
    '#6f39f0',
    '#1a079e',
    '#690e3f',
    '#87667a',
    '#c116bb',
    '#592683',
    '#35122e',
    '#609d10',
    '#180467',
    '#e557dd',
    '#541824',
    '#3c3552',
    '#31693f',
    '#664679',
    '#717f3f',
    '#fa4c72',
  ],
  ramp: ['#c5870d', '#c06520', '#b0443d', '#89275e', '#56216f', '#280a6d'],
  none: '#8a919d',
  other: '#555c69',
  background: '#ffffff',
  ring: '#1b1e25',
  lasso: '#3a50be',
};

const dark: MapPalette = {
  categories: [
    '#a5b1ff',
    '#da7c0f',
    '#1ad0b7',
    '#c477b3',
    '#e9a84b',
    '#9c87f9',
    '#7be6fe',
    '#c15b6e',
    '#d1e202',
    '#895fea',
  ],
  further: [
    '#8e6201',
    '#b2fdc1',
    '#296eb4',
    '#b09f7e',
    '#91dd90',
    '#c806ad',
    '#f0ef84',
    '#ed214b',
    '#657dd1',
    '#7d5f86',
    '#66b3d4',
    '#bbdfc7',
    '#5d744a',
    '#339cc4',
    '#e0c75b',
    '#7e958c',
    '#d0ab99',
    '#879ee7',
    '#949c59',
    '#d3efeb',
    '#408b42',
    '#b9b974',
    '#ff49a5',
    '#c91a6d',
    '#8ac9f6',
    '#7441f7',
    '#d86105',
    '#a044ce',
    '#ac69e9',
    '#a78871',
  ],
  ramp: ['#6a5dbf', '#a064c8', '#da72ae', '#ff8b8d', '#ffbb8d', '#ffe891'],
  none: '#767d8a',
  other: '#b9c0cc',
  background: '#1b1e25',
  ring: '#ffffff',
  lasso: '#7f93ff',
};

export function mapPalette(isDark: boolean): MapPalette {
  return isDark ? dark : light;
}

/** Change of brightness each time all colours have been used: darker in the light scheme, lighter in the dark one. */
const STEP = 0.15;

/**
 * Returns the colour of a category; the first 100 categories have distinct colours. Negative numbers mean no category.
 */
export function categoryColour(palette: MapPalette, category: number): string {
  if (category < 0) return palette.none;
  const colours = [...palette.categories, ...palette.further];
  const colour = colours[category % colours.length] ?? palette.none;
  const round = Math.floor(category / colours.length);
  return round === 0 ? colour : mix(colour, palette.ring, Math.min(1, STEP * round));
}

/** Returns `steps` colours along a ramp, equally spaced between its stops. */
export function rampColours(stops: readonly string[], steps: number): string[] {
  return Array.from({ length: steps }, (_, i) => {
    const at = (i / Math.max(1, steps - 1)) * (stops.length - 1);
    const left = Math.min(Math.floor(at), stops.length - 2);
    return mix(stops[left]!, stops[left + 1]!, at - left);
  });
}

/** Interpolates between two colours; `share` is in [0, 1]. */
export function mix(from: string, to: string, share: number): string {
  const channel = (i: number) => {
    const [a, b] = [from, to].map((hex) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
