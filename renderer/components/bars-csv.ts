import { csvFile } from './csv-file.ts';
import type { Bar, BarSeries } from './stacked-bars.ts';

/** Returns the figures of stacked bars as a CSV file, with a row per bar and a column per series. */
export function barsCsv(label: string, bars: readonly Bar[], series: readonly BarSeries[]): Blob {
  return csvFile(
    [label, ...series.map(({ name }) => name)],
    bars.map(({ title }, at) => [title, ...series.map(({ counts }) => counts[at] ?? null)]),
  );
}
