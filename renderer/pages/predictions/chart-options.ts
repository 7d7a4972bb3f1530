import type { EChartsCoreOption } from 'echarts/core';
import type { TFunction } from 'i18next';
import type { ClassCurves } from '../../../shared/contract/prediction.ts';
import type { Format } from '../../base/format.ts';
import { axisStyle, legendStyle, tooltipStyle } from '../../components/chart-style.ts';
import type { Palette } from '../../components/use-palette.ts';

type MakeOption = (curves: ClassCurves, t: TFunction, format: Format, palette: Palette) => EChartsCoreOption;
type Point = readonly [number, number];

/** ROC curve: true positive rate over false positive rate, as steps. */
export const rocOption: MakeOption = ({ falsePositive, truePositive }, t, format, palette) =>
  unitSquareOption(t('predictions.axes.falsePositive'), t('predictions.axes.truePositive'), format, palette, [
    lineSeries(t('predictions.rankers.model'), toPoints(falsePositive, truePositive)),
    diagonalSeries(t('predictions.axes.chance'), palette),
  ]);

export const precisionOption: MakeOption = ({ recall, precision }, t, format, palette) =>
  unitSquareOption(t('predictions.axes.recall'), t('predictions.axes.precision'), format, palette, [
    lineSeries(t('predictions.rankers.model'), toPoints(recall, precision)),
  ]);

/** Reliability diagram: predicted against observed share, before and after calibration. */
export const reliabilityOption: MakeOption = ({ reliability: { before, after } }, t, format, palette) =>
  unitSquareOption(t('predictions.axes.predicted'), t('predictions.axes.observed'), format, palette, [
    {
      ...lineSeries(t('predictions.axes.before'), toPoints(before.predicted, before.observed)),
      showSymbol: true,
      lineStyle: DASHED,
    },
    { ...lineSeries(t('predictions.axes.after'), toPoints(after.predicted, after.observed)), showSymbol: true },
    diagonalSeries(t('predictions.axes.perfect'), palette),
  ]);

/** Lift over the base rate in each decile of the users. */
export const liftOption: MakeOption = ({ lift }, t, format, palette) => ({
  animation: false,
  grid: GRID,
  tooltip: {
    ...tooltipStyle(palette),
    trigger: 'axis',
    valueFormatter: (value: unknown) => timesText(t, format, value),
  },
  xAxis: {
    ...axisStyle(palette),
    ...axisName(t('predictions.axes.tenth')),
    type: 'category',
    data: Array.from(lift, (_, i) => format.number(i + 1)),
  },
  yAxis: {
    ...axisStyle(palette),
    type: 'value',
    axisLabel: { color: palette.faint, formatter: (value: number) => timesText(t, format, value) },
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

const timesText = (t: TFunction, format: Format, value: unknown) =>
  t('terms.times', { value: format.number(Number(value), 1) });
const axisName = (name: string) => ({ name, nameLocation: 'middle', nameGap: 28 });

function unitSquareOption(
  x: string,
  y: string,
  format: Format,
  palette: Palette,
  series: readonly object[],
): EChartsCoreOption {
  const axis = {
    ...axisStyle(palette),
    type: 'value',
    min: 0,
    max: 1,
    axisLabel: { color: palette.faint, formatter: (value: number) => format.percent(value, 0) },
  };
  return {
    animation: false,
    grid: GRID,
    legend: legendStyle(palette),
    tooltip: {
      ...tooltipStyle(palette),
      trigger: 'axis',
      valueFormatter: (value: unknown) => format.percent(Number(value)),
    },
    xAxis: { ...axis, ...axisName(x) },
    yAxis: { ...axis, ...axisName(y), nameGap: 40 },
    series,
  };
}

function lineSeries(name: string, data: readonly Point[]) {
  return { name, type: 'line', showSymbol: false, symbolSize: 6, lineStyle: { width: 2 }, data };
}

function diagonalSeries(name: string, palette: Palette) {
  const line = { width: 1, type: 'dashed', color: palette.faint };
  return {
    ...lineSeries(name, [
      [0, 0],
      [1, 1],
    ]),
    lineStyle: line,
    itemStyle: { color: palette.faint },
    silent: true,
  };
}

/** Zips two columns into points; skips points with non-finite values (bins without users). */
function toPoints(x: Float32Array, y: Float32Array): Point[] {
  return Array.from(x, (value, i) => [value, y[i] ?? Number.NaN] as const).filter((point) =>
    point.every(Number.isFinite),
  );
}
