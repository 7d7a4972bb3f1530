import type { TFunction } from 'i18next';
import type { Facet } from '../../../../shared/contract/explore.ts';
import { decimalsOf } from '../../../base/decimals.ts';
import type { Format } from '../../../base/format.ts';
import type { BinRange } from '../../../facets/bin-range.ts';
import type { Bin } from '../../../facets/shares.ts';
import type { Interval } from '../../../rules/facet-interval.ts';
import { areWhole, binLabels } from './bin-labels.ts';

/** A facet with a histogram. */
export type BinnedFacet = Extract<Facet, { kind: 'number' | 'measure' | 'score' | 'traitNumber' | 'hour' }>;

/** Bin edges of the hours of a day. */
const HOURS = Float64Array.from({ length: 25 }, (_, hour) => hour);

/** Returns the bin edges of a facet, one more than there are bins. */
export const edgesOf = (facet: BinnedFacet): Float64Array => (facet.kind === 'hour' ? HOURS : facet.edges);

/** Returns the bins of a facet with their labels. */
export function binsOf(facet: BinnedFacet, t: TFunction, format: Format): Bin[] {
  const { selected, everyone } = facet;
  return labelsOf(facet, t, format).map((label, i) => ({
    label,
    selected: selected[i] ?? 0,
    everyone: everyone[i] ?? 0,
  }));
}

function labelsOf(facet: BinnedFacet, t: TFunction, format: Format): string[] {
  if (facet.kind === 'hour') return Array.from({ length: 24 }, (_, hour) => t('facets.hour', { hour }));
  const { edges } = facet;
  const isWhole = areWhole(edges);
  if (facet.kind === 'score' && facet.isProbability) {
    return binLabels(edges, false, (edge) => format.percent(edge, 0));
  }
  if (facet.kind === 'measure' && facet.name === 'monetary') {
    return binLabels(edges, false, (edge) => format.money(edge, isWhole ? 0 : undefined));
  }
  return binLabels(edges, isWhole, (edge) => format.number(edge, decimalsOf(edge)));
}

/** Returns the interval of a range of bins. The outer edge of the first and the last bin is open. */
export function intervalOfBins(facet: BinnedFacet, { from, to }: BinRange): Interval {
  const edges = edgesOf(facet);
  const isHour = facet.kind === 'hour';
  return {
    low: from === 0 && !isHour ? null : (edges[from] ?? null),
    high: to === edges.length - 2 && !isHour ? null : (edges[to + 1] ?? null),
  };
}
