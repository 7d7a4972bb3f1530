import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { binsOfInterval } from '../../../facets/bin-range.ts';
import { Histogram } from '../../../facets/Histogram.tsx';
import { activeInterval, withInterval } from '../../../rules/facet-interval.ts';
import { type BinnedFacet, binsOf, edgesOf, intervalOfBins } from './facet-bins.ts';
import type { FacetProps } from './facet-props.ts';

/** A numeric facet as a histogram; the brushed range is a condition of the selection. */
export function BinFacet({ facet, title, totals, compared, conditions, onChange }: FacetProps<BinnedFacet>) {
  const { t } = useTranslation();
  const format = useFormat();
  const bins = binsOf(facet, t, format);
  const interval = activeInterval(conditions, facet);
  const axis = [bins[0]?.label ?? '', bins.at(-1)?.label ?? ''] as const;
  return (
    <Histogram
      label={title}
      bins={bins}
      totals={totals}
      compared={compared}
      range={interval && binsOfInterval(edgesOf(facet), interval.low, interval.high)}
      axis={axis}
      onBrush={(range) => onChange(withInterval(conditions, facet, range && intervalOfBins(facet, range)))}
    />
  );
}
