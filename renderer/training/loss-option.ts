import type { EChartsCoreOption } from 'echarts/core';
import type { Format } from '../base/format.ts';
import { axisStyle, legendStyle, tooltipStyle } from '../components/chart-style.ts';
import type { Palette } from '../components/use-palette.ts';

export interface Line {
  name: string;
  points: readonly (readonly [number, number])[];
  /** Whether the line uses the right y-axis. */
  right?: boolean;
}

/**
 * Line chart over steps or epochs; losses use the left y-axis, metrics the right. The x-axis runs from 0 to `lastX` if it
 * is given, such as the last step of a training that is running, else over the points.
 */
export function lossOption(
  lines: readonly Line[],
  xName: string,
  format: Format,
  palette: Palette,
  lastX?: number,
): EChartsCoreOption {
  const right = lines.some((line) => line.right);
  const axis = { ...axisStyle(palette), type: 'value', scale: true };
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 40, bottom: 24, containLabel: true },
    legend: legendStyle(palette),
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      valueFormatter: (value: unknown) => format.number(Number(value), 4),
    },
    xAxis: {
      ...axis,
      name: xName,
      nameLocation: 'middle',
      nameGap: 28,
      minInterval: 1,
      ...(lastX === undefined ? {} : { min: 0, max: lastX }),
      splitLine: { show: false },
      axisLabel: { color: palette.faint, formatter: (value: number) => format.number(value) },
    },
    yAxis: [
      {
        ...axis,
        axisLabel: { color: palette.faint, formatter: (value: number) => format.number(value, decimalsOf(value)) },
      },
      ...(right
        ? [
            {
              ...axis,
              splitLine: { show: false },
              axisLabel: {
                color: palette.faint,
                formatter: (value: number) => format.number(value, decimalsOf(value)),
              },
            },
          ]
        : []),
    ],
    series: lines.map(({ name, points, right: atRight }) => ({
      name,
      type: 'line',
      yAxisIndex: atRight ? 1 : 0,
      showSymbol: points.length < 40,
      symbolSize: 5,
      lineStyle: { width: 2, ...(atRight ? { type: 'dashed' } : {}) },
      data: points,
    })),
  };
}

/** Number of decimals of a tick value, at most four. */
function decimalsOf(tick: number): number {
  return String(Number(tick.toFixed(4))).split('.')[1]?.length ?? 0;
}
