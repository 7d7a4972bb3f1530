import type { EChartsCoreOption } from 'echarts/core';
import type { Bin, Spread } from '../../../../shared/contract/import-report.ts';
import type { Format } from '../../../base/format.ts';
import { quietAxis, quietTooltip } from '../../../components/chart-style.ts';
import type { Palette } from '../../../components/use-palette.ts';

/** Bins that double in width, from the first to the last that is filled: what lies empty between them is seen as such. */
export function denseBins(bins: readonly Bin[]): Bin[] {
  const counts = new Map(bins.map(({ from, count }) => [from, count]));
  const first = bins[0]?.from ?? 1;
  const last = bins.at(-1)?.from ?? 0;
  const dense: Bin[] = [];
  for (let from = first; from <= last; from *= 2) dense.push({ from, to: 2 * from - 1, count: counts.get(from) ?? 0 });
  return dense;
}

/** `1`, `2–3`, `1K–2K`. */
export function rangeText({ from, to }: Bin, write: (value: number) => string): string {
  return from === to ? write(from) : `${write(from)}–${write(to)}`;
}

/** How a count is spread: a bar for each doubling. */
export function spreadOption({ bins }: Spread, name: string, format: Format, palette: Palette): EChartsCoreOption {
  const dense = denseBins(bins);
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 12, bottom: 8, containLabel: true },
    tooltip: {
      ...quietTooltip(palette),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => format.number(Number(value)),
    },
    xAxis: { ...quietAxis(palette), type: 'category', data: dense.map((bin) => rangeText(bin, format.compact)) },
    yAxis: {
      ...quietAxis(palette),
      type: 'value',
      minInterval: 1,
      axisLabel: { color: palette.faint, formatter: (value: number) => format.compact(value) },
    },
    series: [{ type: 'bar', name, data: dense.map(({ count }) => count), barCategoryGap: '12%', barMaxWidth: 64 }],
  };
}
