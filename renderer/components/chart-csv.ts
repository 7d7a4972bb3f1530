import type { EChartsCoreOption } from 'echarts/core';
import { type CsvValue, csvFile } from './csv-file.ts';

interface Axis {
  type?: string;
  name?: string;
  data?: readonly unknown[];
}

interface Series {
  name?: string;
  type?: string;
  /** Whether the series only shades the background. */
  silent?: boolean;
  data?: ArrayLike<unknown>;
}

interface ChartTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as T[];

/** Returns the figures of a chart as a CSV file. */
export function chartCsv(option: EChartsCoreOption, label: string): Blob {
  const { header, rows } = chartTable(option, label);
  return csvFile(header, rows);
}

/**
 * Returns the figures of a chart as a table: a row per category or x value and a column per series; if a series has
 * several points at one x value, a row per point.
 */
export function chartTable(option: EChartsCoreOption, label: string): ChartTable {
  const [xAxis = {}] = listOf<Axis>(option.xAxis);
  const [yAxis = {}] = listOf<Axis>(option.yAxis);
  const series = listOf<Series>(option.series).filter(({ name, silent }) => name !== undefined || !silent);
  const nameOf = ({ name }: Series) => name ?? yAxis.name ?? label;
  const xName = xAxis.name ?? 'x';
  if (xAxis.type === 'category' && xAxis.data) {
    const { data } = xAxis;
    return {
      header: [xAxis.name ?? label, ...series.map(nameOf)],
      rows: data.map((category, at) => [String(category), ...series.map((one) => figure(one.data?.[at]))]),
    };
  }
  const points = series.map((one) => Array.from(one.data ?? [], pointOf));
  if (points.some(repeatsAnX)) {
    return {
      header: [label, xName, yAxis.name ?? 'y'],
      rows: series.flatMap((one, at) => points[at]!.map(([x, y]) => [nameOf(one), x, y])),
    };
  }
  const byX = points.map((list) => new Map(list));
  const xs = [...new Set(points.flatMap((list) => list.map(([x]) => x)))].sort((a, b) => a - b);
  return {
    header: [xName, ...series.map(nameOf)],
    rows: xs.map((x) => [x, ...byX.map((values) => values.get(x) ?? null)]),
  };
}

type Point = readonly [x: number, y: number];

const repeatsAnX = (points: readonly Point[]) => new Set(points.map(([x]) => x)).size < points.length;

function pointOf(item: unknown): Point {
  const [x, y] = listOf<unknown>(item);
  return [Number(x), Number(y)];
}

function figure(item: unknown): number | null {
  const value = typeof item === 'object' && item !== null && 'value' in item ? item.value : item;
  return typeof value === 'number' ? value : null;
}
