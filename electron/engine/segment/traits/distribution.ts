import type { TraitDistribution } from '../../../../shared/contract/traits.ts';
import { binnedFeature } from '../../columns/facets/bins.ts';
import type { TraitColumn } from '../../columns/traits/trait-column.ts';

const SHOWN_TEXTS = 12;

/** Describes the numbers that are known; null if none is. */
export function numberDistribution(values: Float64Array): TraitDistribution | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const bins = binnedFeature(values);
  return {
    kind: 'number',
    mean: sorted.reduce((sum, value) => sum + value / sorted.length, 0),
    min: sorted[0]!,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    max: sorted.at(-1)!,
    edges: bins?.edges ?? new Float64Array(),
    counts: bins?.feature.everyone ?? new Int32Array(),
  };
}

/** Returns a quantile by linear interpolation between the nearest ranks (type 7 of Hyndman and Fan, 1996). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

/** Describes the texts that are known by their frequency; null if none is. */
export function textDistribution({ codes, texts }: Extract<TraitColumn, { kind: 'text' }>): TraitDistribution | null {
  const counts = new Int32Array(texts.length + 1);
  for (const code of codes) counts[code]!++;
  const order = texts.map((_, i) => i + 1).filter((code) => counts[code]! > 0);
  if (order.length === 0) return null;
  order.sort((a, b) => counts[b]! - counts[a]!);
  const shown = order.slice(0, SHOWN_TEXTS);
  return {
    kind: 'text',
    texts: shown.map((code) => texts[code - 1]!),
    counts: Int32Array.from(shown, (code) => counts[code]!),
    further: order.length - shown.length,
  };
}
