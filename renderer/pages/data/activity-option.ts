import type { EChartsCoreOption } from 'echarts/core';
import type { Output } from '../../../shared/contract/index.ts';
import type { Format } from '../../base/format.ts';
import { axisStyle, legendStyle, tooltipStyle } from '../../components/chart-style.ts';
import type { Palette } from '../../components/use-palette.ts';

const DAY = 86_400_000;

/** Stacked bar chart of events per day, coloured by action; has a slider above 180 days. */
export function activityOption(
  { days, actions, counts }: Output<'workspace.activity'>,
  format: Format,
  palette: Palette,
): EChartsCoreOption {
  const long = days.length > 180;
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 40, bottom: long ? 48 : 8, containLabel: true },
    legend: legendStyle(palette),
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: unknown) => format.number(Number(value)),
    },
    xAxis: {
      ...axisStyle(palette),
      type: 'category',
      data: Array.from(days, (day) => format.day(day * DAY)),
    },
    yAxis: {
      ...axisStyle(palette),
      type: 'value',
      axisLabel: { color: palette.faint, formatter: (value: number) => format.compact(value) },
    },
    ...(long ? { dataZoom: [{ type: 'slider', height: 22, bottom: 8 }, { type: 'inside' }] } : {}),
    series: actions.map((name, action) => ({
      name,
      type: 'bar',
      stack: 'events',
      barMaxWidth: 56,
      barCategoryGap: days.length > 60 ? '5%' : '25%',
      data: Array.from(counts.subarray(action * days.length, (action + 1) * days.length)),
    })),
  };
}
