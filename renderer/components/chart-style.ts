import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './use-palette.ts';

/** What all charts of ours look like: quiet axes, a tooltip in the colours of the page. */
export function quietAxis(palette: Palette) {
  return {
    axisLine: { lineStyle: { color: palette.grid } },
    axisTick: { show: false },
    axisLabel: { color: palette.faint, hideOverlap: true },
    nameTextStyle: { color: palette.faint },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

export function quietTooltip(palette: Palette): EChartsCoreOption {
  return {
    backgroundColor: palette.panel,
    borderColor: palette.grid,
    textStyle: { color: palette.text },
  };
}

export function quietLegend(palette: Palette): EChartsCoreOption {
  return { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: { color: palette.text } };
}
