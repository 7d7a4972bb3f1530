import type { EChartsCoreOption } from 'echarts/core';
import type { TFunction } from 'i18next';
import type { ClassCurves } from '../../../shared/contract/finetune.ts';
import type { Format } from '../../base/format.ts';
import { quietAxis, quietLegend, quietTooltip } from '../../components/chart-style.ts';
import type { Palette } from '../../components/use-palette.ts';

type MakeOption = (curves: ClassCurves, t: TFunction, format: Format, palette: Palette) => EChartsCoreOption;
type Point = readonly [number, number];

/** Steps of a curve: how many of the class are found, for how many of the others are found by mistake. */
export const rocOption: MakeOption = ({ falsePositive, truePositive }, t, format, palette) =>
  square(t('head.axes.falsePositive'), t('head.axes.truePositive'), format, palette, [
    curve(t('head.rankers.model'), pairs(falsePositive, truePositive)),
    diagonal(t('head.axes.chance'), palette),
  ]);

export const precisionOption: MakeOption = ({ recall, precision }, t, format, palette) =>
  square(t('head.axes.recall'), t('head.axes.precision'), format, palette, [
    curve(t('head.rankers.model'), pairs(recall, precision)),
  ]);

/** Predicted against observed shares, as scored and as calibrated. */
export const reliabilityOption: MakeOption = ({ reliability: { before, after } }, t, format, palette) =>
  square(t('head.axes.predicted'), t('head.axes.observed'), format, palette, [
    { ...curve(t('head.axes.before'), pairs(before.predicted, before.observed)), showSymbol: true, lineStyle: DASHED },
    { ...curve(t('head.axes.after'), pairs(after.predicted, after.observed)), showSymbol: true },
    diagonal(t('head.axes.perfect'), palette),
  ]);

/** How many times the base rate, in each tenth of the users. */
export const liftOption: MakeOption = ({ lift }, t, format, palette) => ({
  animation: false,
  grid: GRID,
  tooltip: { ...quietTooltip(palette), trigger: 'axis', valueFormatter: (value: unknown) => times(t, format, value) },
  xAxis: {
    ...quietAxis(palette),
    ...named(t('head.axes.tenth')),
    type: 'category',
    data: Array.from(lift, (_, i) => format.number(i + 1)),
  },
  yAxis: {
    ...quietAxis(palette),
    type: 'value',
    axisLabel: { color: palette.faint, formatter: (value: number) => times(t, format, value) },
  },
  series: [
    {
      name: t('terms.lift'),
      type: 'bar',
      data: Array.from(lift),
      barMaxWidth: 32,
      itemStyle: { borderRadius: [3, 3, 0, 0] },
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { color: palette.faint, type: 'dashed' },
        data: [{ yAxis: 1 }],
      },
    },
  ],
});

const GRID = { left: 30, right: 16, top: 36, bottom: 28, containLabel: true };
const DASHED = { width: 2, type: 'dashed' };

const times = (t: TFunction, format: Format, value: unknown) =>
  t('terms.times', { value: format.number(Number(value), 1) });
const named = (name: string) => ({ name, nameLocation: 'middle', nameGap: 28 });

function square(x: string, y: string, format: Format, palette: Palette, series: readonly object[]): EChartsCoreOption {
  const axis = {
    ...quietAxis(palette),
    type: 'value',
    min: 0,
    max: 1,
    axisLabel: { color: palette.faint, formatter: (value: number) => format.percent(value, 0) },
  };
  return {
    animation: false,
    grid: GRID,
    legend: quietLegend(palette),
    tooltip: {
      ...quietTooltip(palette),
      trigger: 'axis',
      valueFormatter: (value: unknown) => format.percent(Number(value)),
    },
    xAxis: { ...axis, ...named(x) },
    yAxis: { ...axis, ...named(y), nameGap: 40 },
    series,
  };
}

function curve(name: string, data: readonly Point[]) {
  return { name, type: 'line', showSymbol: false, symbolSize: 6, lineStyle: { width: 2 }, data };
}

function diagonal(name: string, palette: Palette) {
  const line = { width: 1, type: 'dashed', color: palette.faint };
  return {
    ...curve(name, [
      [0, 0],
      [1, 1],
    ]),
    lineStyle: line,
    itemStyle: { color: palette.faint },
    silent: true,
  };
}

/** Two columns as points; those that are not numbers (bins without users) are left out. */
function pairs(x: Float32Array, y: Float32Array): Point[] {
  return Array.from(x, (value, i) => [value, y[i] ?? Number.NaN] as const).filter((point) =>
    point.every(Number.isFinite),
  );
}
