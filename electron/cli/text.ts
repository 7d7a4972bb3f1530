/** Formatting of text for a terminal. */

import { visibleText } from './visible-text.ts';

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const sizes = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Integer with thousands separators: 17,429. */
export const count = (value: number): string => figures.format(value);

/** Number with its significant digits: 0.0440, 1.52, 318; integers unchanged. */
export function measure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Number.isInteger(value) || Math.abs(value) >= 100 ? count(value) : value.toFixed(Math.abs(value) >= 1 ? 2 : 4);
}

export const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

/** Duration: 0.8 s, 12 s, 2 min 05 s, 1 h 10 min. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** Size in megabytes: 0.3 MB, 1,204.0 MB. */
export const megabytes = (bytes: number): string => `${sizes.format(bytes / 1e6)} MB`;

const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff00-\uff60]/u;

/** Display width of a text on a terminal; Chinese, Japanese and Korean characters are two columns wide. */
export const width = (text: string): number => [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);

const isFigure = (cell: string) => /^[-+–]?[\d.,]*( ?%|×)?$/.test(cell);

/** Formats rows as aligned columns, indented by two; numeric columns are right-aligned. Empty without rows. */
export function table(rows: readonly (readonly string[])[], headings: readonly string[] = []): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map((cell) => visibleText(cell).replaceAll('\n', '␊')));
  const all = headings.length > 0 ? [headings, ...cells] : cells;
  const columns = Math.max(...all.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...all.map((row) => width(row[c] ?? ''))));
  const right = widths.map((_, c) => cells.every((row) => isFigure(row[c] ?? '')));
  const line = (row: readonly string[]) =>
    widths.map((size, c) => {
      const cell = row[c] ?? '';
      const gap = ' '.repeat(size - width(cell));
      return right[c] ? gap + cell : cell + gap;
    });
  return all.map((row) => `  ${line(row).join('  ')}`.trimEnd()).join('\n');
}

/** Joins paragraphs with blank lines; skips empty ones. */
export const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
