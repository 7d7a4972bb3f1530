import type { EChartsCoreOption } from 'echarts/core';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { Format } from '../../../base/format.ts';
import { axisStyle, legendStyle, tooltipStyle } from '../../../components/chart-style.ts';
import type { Palette } from '../../../components/use-palette.ts';

type Time = NonNullable<QualityReport['time']>;

/** Number of buckets above which the chart has a slider. */
const MAX_UNZOOMED_BUCKETS = 240;

interface TimeTexts {
  /** Name of the group of all less frequent actions. */
  other: string;
  formatBucket: (time: number) => string;
}

/** Stacked bar chart of events per bucket, coloured by action; gaps are shaded. */
export function timeOption(
  time: Time,
  format: Format,
  palette: Palette,
  { other, formatBucket }: TimeTexts,
): EChartsCoreOption {
  const { starts, actions } = time;
  const nameOf = (action: string) => (action === '' ? other : format.action(action));
  const long = starts.length > MAX_UNZOOMED_BUCKETS;
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 40, bottom: long ? 48 : 8, containLabel: true },
    legend: { ...legendStyle(palette), data: actions.map(({ action }) => nameOf(action)) },
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => format.number(Number(value)),
    },
    xAxis: [
      { ...axisStyle(palette), type: 'category', data: starts.map(formatBucket) },
      { type: 'category', data: starts, show: false },
    ],
    yAxis: [
      {
        ...axisStyle(palette),
        type: 'value',
        minInterval: 1,
        axisLabel: { color: palette.faint, formatter: (value: number) => format.compact(value) },
      },
      { type: 'value', max: 1, show: false },
    ],
    ...(long ? { dataZoom: [{ type: 'slider', xAxisIndex: [0, 1], height: 22, bottom: 8 }] } : {}),
    series: [
      ...actions.map(({ action, counts }) => ({
        name: nameOf(action),
        type: 'bar',
        stack: 'events',
        barMaxWidth: 56,
        barCategoryGap: starts.length > 60 ? '5%' : '25%',
        data: counts,
      })),
      ...(time.gaps.length > 0 ? [gapBands(time, palette)] : []),
    ],
  };
}

/** Bands over the full height that mark gaps, on axes of their own so that they are not grouped with the bars. */
function gapBands({ starts, gaps }: Time, palette: Palette) {
  return {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    barWidth: '100%',
    silent: true,
    tooltip: { show: false },
    itemStyle: { color: palette.dark ? '#f2a65433' : '#e0872b2e' },
    data: starts.map((start) => (gaps.some(({ from, to }) => start >= from && start < to) ? 1 : 0)),
  };
}
