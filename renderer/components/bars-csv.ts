import { csvFile } from './csv-file.ts';
import type { Bar, BarSeries } from './stacked-bars.ts';

/** Returns the figures of stacked bars as a CSV file: a row for each bar with a column for each series. */
export function barsCsv(label: string, bars: readonly Bar[], series: readonly BarSeries[]): Blob {
  return csvFile(
    [label, ...series.map(({ name }) => name)],
    bars.map(({ title }, at) => [title, ...series.map(({ counts }) => counts[at] ?? null)]),
  );
}
