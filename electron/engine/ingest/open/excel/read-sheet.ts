import type { Readable } from 'node:stream';
import { dateText } from './number-formats.ts';
import { readXml } from './read-xml.ts';
import { unescapeText } from './unescape-text.ts';
import type { Workbook } from './workbook.ts';

/** Excel's maximum number of columns. */
const MAX_CELLS = 16_384;

export interface SheetVisitor {
  /**
   * Called for each row with at least one non-empty cell, with its number and its cells up to the last non-empty one.
   */
  row(number: number, cells: readonly string[]): void;
  /** Called for each range of merged cells, after all rows. */
  merge?(range: string): void;
  /** Called after each chunk with its number of bytes; returning true stops reading. */
  chunk(bytes: number): boolean;
}

/** Visits the rows of a sheet in constant memory. Throws an Error if the XML is not well-formed. */
export async function readSheet(
  stream: Readable,
  { styles, from1904 }: Pick<Workbook, 'styles' | 'from1904'>,
  strings: readonly string[],
  visitor: SheetVisitor,
): Promise<void> {
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let type = 'n';
  let style = 0;
  let text = '';
  let inValue = false;
  let inPhonetic = false;

  const value = (): string => {
    if (type === 's') return strings[Number(text)] ?? '';
    if (type === 'str' || type === 'inlineStr') return unescapeText(text);
    if (type === 'b') return text.trim() === '1' ? 'true' : 'false';
    if (type === 'e') return '';
    if (type === 'd') return text.trim();
    return numberText(text.trim(), styles[style] ?? null, from1904);
  };

  await readXml(stream, {
    open(tag, attributes) {
      if (tag === 'row') {
        row = Math.max(row + 1, Number(attributes.r ?? 0) || 0);
        cells = [];
        column = 0;
      } else if (tag === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        text = '';
      } else if (tag === 'v' || tag === 't') inValue = true;
      else if (tag === 'rPh') inPhonetic = true;
      else if (tag === 'mergeCell' && attributes.ref !== undefined) visitor.merge?.(attributes.ref);
    },
    text(piece) {
      if (inValue && !inPhonetic) text += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') inValue = false;
      else if (tag === 'rPh') inPhonetic = false;
      else if (tag === 'c' && text !== '' && column <= MAX_CELLS) {
        const cellText = value();
        if (cellText === '') return;
        while (cells.length < column - 1) cells.push('');
        cells[column - 1] = cellText;
      } else if (tag === 'row' && cells.length > 0) visitor.row(row, cells);
    },
    chunk: visitor.chunk,
  });
}

/** Returns integers as they are written, and other numbers in their shortest form, without floating-point artefacts. */
function numberText(text: string, kind: Workbook['styles'][number], from1904: boolean): string {
  if (kind !== null) {
    const date = dateText(Number(text), kind, from1904);
    if (date !== null) return date;
  }
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  return Number.isFinite(number) ? String(number) : text;
}

/** The column number, starting at 1, of a reference such as `AB12`. */
export function columnOf(reference: string | undefined): number | null {
  const letters = reference === undefined ? null : /^([A-Z]{1,3})\d*$/.exec(reference)?.[1];
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
