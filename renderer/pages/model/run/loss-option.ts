import type { EChartsCoreOption } from 'echarts/core';
import type { Format } from '../../../base/format.ts';
import { quietAxis, quietLegend, quietTooltip } from '../../../components/chart-style.ts';
import type { Palette } from '../../../components/use-palette.ts';

export interface Line {
  name: string;
  points: readonly (readonly [number, number])[];
  /** Drawn against an axis of its own at the right. */
  right?: boolean;
}

/** Lines over steps or epochs; losses at the left, shares at the right. */
export function lossOption(lines: readonly Line[], xName: string, format: Format, palette: Palette): EChartsCoreOption {
  const right = lines.some((line) => line.right);
  const axis = { ...quietAxis(palette), type: 'value', scale: true };
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 40, bottom: 24, containLabel: true },
    legend: quietLegend(palette),
    tooltip: {
      ...quietTooltip(palette),
      trigger: 'axis',
      valueFormatter: (value: unknown) => format.number(Number(value), 4),
    },
    xAxis: {
      ...axis,
      name: xName,
      nameLocation: 'middle',
      nameGap: 28,
      minInterval: 1,
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

/** As many decimals as a tick needs to differ from the next, at most four. */
function decimalsOf(tick: number): number {
  return String(Number(tick.toFixed(4))).split('.')[1]?.length ?? 0;
}
