import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { BrushHandle } from './BrushHandle.tsx';
import type { BinRange } from './bin-range.ts';
import classes from './facets.module.css';
import { type Bin, type Counts, sharesOf } from './shares.ts';
import { useBrush } from './use-brush.ts';

interface HistogramProps {
  /** Accessible name of the chart. */
  label: string;
  bins: readonly Bin[];
  totals: Counts;
  /** Whether a selection exists; otherwise both distributions are equal and only one is drawn. */
  compared: boolean;
  /** The brushed bins; null for none. */
  range: BinRange | null;
  /** Labels at both ends of the axis. */
  axis: readonly [string, string];
  onBrush: (range: BinRange | null) => void;
}

/** Minimum height of a non-empty bin, in pixels. */
const MIN_HEIGHT = 2;

/**
 * Histogram of the selected users over that of all users. A range of bins can be brushed with the pointer or the
 * keyboard.
 */
export function Histogram({ label, bins, totals, compared, range, axis, onBrush }: HistogramProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shares, largest } = sharesOf(bins, totals);
  const { shown, plot, moveEnd } = useBrush(bins.length, range, onBrush);
  const ends = shown ?? { from: 0, to: bins.length - 1 };
  const height = (share = 0) => (share > 0 ? `max(${MIN_HEIGHT}px, ${(100 * share) / largest}%)` : 0);
  const handles = (['from', 'to'] as const).map((end) => (
    <BrushHandle
      key={end}
      label={t(`facets.${end}`, { facet: label })}
      text={bins[ends[end]]?.label ?? ''}
      bin={ends[end]}
      bins={bins.length}
      place={(end === 'from' ? ends.from : ends.to + 1) / bins.length}
      onMove={(bin) => moveEnd(end, bin)}
      onClear={() => onBrush(null)}
    />
  ));
  return (
    <fieldset className={classes.histogram} aria-label={label}>
      <div {...plot} className={classes.plot} data-brushed={shown !== null || undefined}>
        {bins.map((bin, i) => (
          <span
            key={bin.label}
            className={classes.bin}
            data-inside={(shown !== null && i >= shown.from && i <= shown.to) || undefined}
            title={t(compared ? 'facets.binOfBoth' : 'facets.binOfAll', {
              range: bin.label,
              selected: format.number(bin.selected),
              everyone: format.number(bin.everyone),
            })}
          >
            <i style={{ height: height(shares[i]?.everyone) }} />
            {compared && <b style={{ height: height(shares[i]?.selected) }} />}
          </span>
        ))}
        {handles}
      </div>
      <div className={classes.axis} aria-hidden>
        <Text size="xs" c="dimmed">
          {shown ? (bins[ends.from]?.label ?? '') : axis[0]}
        </Text>
        <Text size="xs" c="dimmed">
          {shown ? (bins[ends.to]?.label ?? '') : axis[1]}
        </Text>
      </div>
      <VisuallyHidden>
        <ul>
          {bins.map(({ label: name, selected, everyone }) => (
            <li key={name}>
              {t(compared ? 'facets.binOfBoth' : 'facets.binOfAll', {
                range: name,
                selected: format.number(selected),
                everyone: format.number(everyone),
              })}
            </li>
          ))}
        </ul>
      </VisuallyHidden>
    </fieldset>
  );
}
