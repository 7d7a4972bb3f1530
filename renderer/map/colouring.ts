import { categoryColour, type MapPalette, rampColours } from './palette.ts';

/** How the points of a map are coloured, and what the legend says of it. */
export interface Colouring {
  /** For each point, which of `colours` it has. */
  codes: Float32Array;
  colours: string[];
  legend: Legend;
}

export type Legend =
  | { kind: 'categories'; entries: { colour: string; label: string; count: number }[] }
  | { kind: 'ramp'; colours: readonly string[]; ticks: { at: number; value: number }[]; unknown: number };

const NONE = 0;
const STEPS = 64;

/** Colours by cluster; −1 is none. Cluster c has the palette's colour c wherever it is shown. */
export function clusterColouring(
  cluster: Int32Array,
  clusters: readonly { id: number; name: string; size: number }[],
  palette: MapPalette,
): Colouring {
  const last = Math.max(-1, ...clusters.map(({ id }) => id));
  const colours = [palette.none, ...Array.from({ length: last + 1 }, (_, id) => categoryColour(palette, id))];
  return {
    codes: Float32Array.from(cluster, (id) => (id >= 0 && id <= last ? id + 1 : NONE)),
    colours,
    legend: {
      kind: 'categories',
      entries: clusters.map(({ id, name, size }) => ({
        colour: categoryColour(palette, id),
        label: name,
        count: size,
      })),
    },
  };
}

/**
 * Colours by label; a code of −1 is unknown. The most frequent labels have colours of their own; what is left over
 * shares the colour of what is unknown.
 */
export function labelColouring(
  labels: readonly string[],
  labelCodes: Int32Array,
  palette: MapPalette,
  texts: { other: string; unknown: string },
): Colouring {
  const counts = labels.map(() => 0);
  let unknown = 0;
  for (const code of labelCodes) {
    if (code < 0) unknown++;
    else counts[code]!++;
  }
  const order = labels.map((_, code) => code).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const room = palette.categories.length;
  const own = order.length > room ? order.slice(0, room - 1) : order;
  const place = new Map(own.map((code, i) => [code, i + 1]));
  const entries = own.map((code, i) => ({
    colour: palette.categories[i]!,
    label: labels[code]!,
    count: counts[code]!,
  }));
  const other = order.slice(own.length).reduce((sum, code) => sum + counts[code]!, 0);
  if (other > 0) entries.push({ colour: palette.none, label: texts.other, count: other });
  if (unknown > 0) entries.push({ colour: palette.none, label: texts.unknown, count: unknown });
  return {
    codes: Float32Array.from(labelCodes, (code) => place.get(code) ?? NONE),
    colours: [palette.none, ...palette.categories],
    legend: { kind: 'categories', entries },
  };
}

/**
 * Colours by number; NaN is unknown. A colour tells what share of the points has less, so that a few very large values
 * do not leave all others alike.
 */
export function numberColouring(values: Float32Array, palette: MapPalette): Colouring {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const step = (value: number) => Math.round(rank(known, value) * (STEPS - 1));
  const quantiles = [0, 0.25, 0.5, 0.75, 1].map((share) => known[Math.round(share * (known.length - 1))] ?? 0);
  const ticks = [...new Set(quantiles)].map((value) => ({ at: rank(known, value), value }));
  return {
    codes: values.map((value) => (Number.isNaN(value) ? NONE : 1 + step(value))),
    colours: [palette.none, ...rampColours(palette.ramp, STEPS)],
    legend: {
      kind: 'ramp',
      colours: palette.ramp,
      ticks: known.length > 0 ? ticks : [],
      unknown: values.length - known.length,
    },
  };
}

/** What share of the greatest place a value has among sorted ones: 0 for the least, 1 for the greatest. */
function rank(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  const least = sorted[0];
  const greatest = sorted.at(-1);
  if (value === greatest && least !== greatest) return 1;
  return sorted.length > 1 ? low / (sorted.length - 1) : 0;
}
