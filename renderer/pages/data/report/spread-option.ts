import type { EChartsCoreOption } from 'echarts/core';
import type { Bin, Spread } from '../../../../shared/contract/import-report.ts';
import type { Format } from '../../../base/format.ts';
import { axisStyle, tooltipStyle } from '../../../components/chart-style.ts';
import type { Palette } from '../../../components/use-palette.ts';

/** Returns the bins, which double in width, from the first to the last, including empty ones. */
export function denseBins(bins: readonly Bin[]): Bin[] {
  const counts = new Map(bins.map(({ from, count }) => [from, count]));
  const first = bins[0]?.from ?? 1;
  const last = bins.at(-1)?.from ?? 0;
  const dense: Bin[] = [];
  for (let from = first; from <= last; from *= 2) dense.push({ from, to: 2 * from - 1, count: counts.get(from) ?? 0 });
  return dense;
}

/** Formats the range of a bin, such as `1`, `2–3`, `1K–2K`. */
export function rangeText({ from, to }: Bin, formatValue: (value: number) => string): string {
  return from === to ? formatValue(from) : `${formatValue(from)}–${formatValue(to)}`;
}

/** Histogram of a count with bins that double in width. */
export function spreadOption({ bins }: Spread, name: string, format: Format, palette: Palette): EChartsCoreOption {
  const dense = denseBins(bins);
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 12, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => format.number(Number(value)),
    },
    xAxis: { ...axisStyle(palette), type: 'category', data: dense.map((bin) => rangeText(bin, format.compact)) },
    yAxis: {
      ...axisStyle(palette),
      type: 'value',
      minInterval: 1,
      axisLabel: { color: palette.faint, formatter: (value: number) => format.compact(value) },
    },
    series: [{ type: 'bar', name, data: dense.map(({ count }) => count), barCategoryGap: '12%', barMaxWidth: 64 }],
  };
}
