import { categoryColour, type MapPalette, rampColours } from '../components/map-palette.ts';

/** Colours of a map's points, and the legend that explains them. */
export interface Colouring {
  /** For each point, an index into `colours`. */
  codes: Float32Array;
  colours: string[];
  /** Number of leading colours whose points are drawn behind all others. */
  behind: number;
  legend: Legend;
}

interface LegendEntry {
  colour: string;
  label: string;
  count: number;
  /** Value of the data; null for a collective entry such as “other”. */
  value: string | null;
}

export type Legend =
  | { kind: 'categories'; entries: LegendEntry[] }
  | { kind: 'ramp'; colours: readonly string[]; ticks: { at: number; value: number }[]; unknown: number };

const NONE = 0;
/** Code of labels without a colour of their own. */
const OTHER = 1;
const STEPS = 64;

/** Colours by cluster; −1 means no cluster. Cluster c has the palette's colour c everywhere. */
export function clusterColouring(
  cluster: Int32Array,
  clusters: readonly { id: number; name: string; size: number }[],
  palette: MapPalette,
): Colouring {
  const last = Math.max(-1, ...clusters.map(({ id }) => id));
  const colours = [palette.none, ...Array.from({ length: last + 1 }, (_, id) => categoryColour(palette, id))];
  const codes = new Float32Array(cluster.length);
  for (let i = 0; i < cluster.length; i++) {
    const id = cluster[i]!;
    codes[i] = id >= 0 && id <= last ? id + 1 : NONE;
  }
  return {
    codes,
    colours,
    behind: NONE + 1,
    legend: {
      kind: 'categories',
      entries: clusters.map(({ id, name, size }) => ({
        colour: categoryColour(palette, id),
        label: name,
        count: size,
        value: String(id),
      })),
    },
  };
}

/**
 * Colours by label; a code of −1 is unknown. The most frequent labels get a colour each; the others share one. Other and
 * unknown points are drawn behind all others.
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
  const capacity = palette.categories.length;
  const colouredCodes = order.length > capacity ? order.slice(0, capacity - 1) : order;
  const colourIndexes = new Map(colouredCodes.map((code, i) => [code, OTHER + 1 + i]));
  const entries = colouredCodes.map(
    (code, i): LegendEntry => ({
      colour: palette.categories[i]!,
      label: labels[code]!,
      count: counts[code]!,
      value: labels[code]!,
    }),
  );
  const otherCount = order.slice(colouredCodes.length).reduce((sum, code) => sum + counts[code]!, 0);
  if (otherCount > 0) entries.push({ colour: palette.other, label: texts.other, count: otherCount, value: null });
  if (unknown > 0) entries.push({ colour: palette.none, label: texts.unknown, count: unknown, value: null });
  return {
    codes: Float32Array.from(labelCodes, (code) => colourIndexes.get(code) ?? (code < 0 ? NONE : OTHER)),
    colours: [palette.none, palette.other, ...palette.categories],
    behind: OTHER + 1,
    legend: { kind: 'categories', entries },
  };
}

/**
 * Colours by number; NaN is unknown. Colours follow the percentile rank, so that a few very large values do not make
 * all others look alike.
 */
export function numberColouring(values: Float32Array, palette: MapPalette): Colouring {
  const sortedValues = values.filter((value) => !Number.isNaN(value)).sort();
  const step = (value: number) => Math.round(percentileRank(sortedValues, value) * (STEPS - 1));
  const quantiles = [0, 0.25, 0.5, 0.75, 1].map(
    (share) => sortedValues[Math.round(share * (sortedValues.length - 1))] ?? 0,
  );
  const ticks = [...new Set(quantiles)].map((value) => ({ at: percentileRank(sortedValues, value), value }));
  return {
    codes: values.map((value) => (Number.isNaN(value) ? NONE : 1 + step(value))),
    colours: [palette.none, ...rampColours(palette.ramp, STEPS)],
    behind: NONE + 1,
    legend: {
      kind: 'ramp',
      colours: palette.ramp,
      ticks: sortedValues.length > 0 ? ticks : [],
      unknown: values.length - sortedValues.length,
    },
  };
}

/** Returns the indices of the points in the order in which they are drawn: those of the leading codes first. */
export function drawingOrder({ codes, behind }: Pick<Colouring, 'codes' | 'behind'>): Uint32Array {
  const rank = (code: number) => (code < behind ? code : behind);
  const starts = new Uint32Array(behind + 2);
  for (const code of codes) starts[rank(code) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const order = new Uint32Array(codes.length);
  for (let point = 0; point < codes.length; point++) order[starts[rank(codes[point]!)]!++] = point;
  return order;
}

/** Returns some points in the drawing order of all points, so that unknown ones stay behind. */
export function inOrder(points: Uint32Array, order: Uint32Array): Uint32Array {
  const isAmong = new Uint8Array(order.length);
  for (const point of points) isAmong[point] = 1;
  return order.filter((point) => isAmong[point] === 1);
}

/** Returns the percentile rank of a value among sorted values: 0 for the minimum, 1 for the maximum. */
function percentileRank(sorted: Float32Array, value: number): number {
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
