import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './use-palette.ts';

/** Common style of all chart axes. */
export function axisStyle(palette: Palette) {
  return {
    axisLine: { lineStyle: { color: palette.grid } },
    axisTick: { show: false },
    axisLabel: { color: palette.faint, hideOverlap: true },
    nameTextStyle: { color: palette.faint },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

export function tooltipStyle(palette: Palette): EChartsCoreOption {
  return {
    backgroundColor: palette.panel,
    borderColor: palette.grid,
    textStyle: { color: palette.text },
  };
}

export function legendStyle(palette: Palette): EChartsCoreOption {
  return { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: { color: palette.text } };
}
