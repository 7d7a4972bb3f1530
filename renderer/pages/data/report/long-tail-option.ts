import type { EChartsCoreOption } from 'echarts/core';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { Format } from '../../../base/format.ts';
import { axisStyle, legendStyle, tooltipStyle } from '../../../components/chart-style.ts';
import type { Palette } from '../../../components/use-palette.ts';

/** Returns points (share of items, share of events) of the cumulative curve, from (0, 0) to (1, 1). */
export function curvePoints(curve: readonly number[]): [number, number][] {
  return [[0, 0], ...curve.map((share, k): [number, number] => [(k + 1) / curve.length, share])];
}

/** Chart of the cumulative share of events over items, with the diagonal of a uniform distribution. */
export function longTailOption(
  items: NonNullable<QualityReport['items']>,
  format: Format,
  palette: Palette,
  texts: { items: string; curve: string; even: string },
): EChartsCoreOption {
  const percent = { color: palette.faint, formatter: (value: number) => format.percent(value, 0) };
  const share = { ...axisStyle(palette), type: 'value', min: 0, max: 1, axisLabel: percent };
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 36, bottom: 26, containLabel: true },
    legend: legendStyle(palette),
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      axisPointer: { label: { show: false } },
      valueFormatter: (value: unknown) => format.percent(Number(value)),
    },
    xAxis: { ...share, name: texts.items, nameLocation: 'middle', nameGap: 28 },
    yAxis: share,
    series: [
      {
        name: texts.curve,
        type: 'line',
        showSymbol: false,
        areaStyle: { opacity: 0.12 },
        data: curvePoints(items.curve),
      },
      {
        name: texts.even,
        type: 'line',
        showSymbol: false,
        lineStyle: { type: 'dashed', color: palette.faint, width: 1 },
        itemStyle: { color: palette.faint },
        tooltip: { show: false },
        data: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
  };
}
