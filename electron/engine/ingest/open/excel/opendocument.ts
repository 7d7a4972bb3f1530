import type { Readable } from 'node:stream';
import type { NumberedRow } from '../rows-table.ts';
import { SpannedRows } from '../spanned-rows.ts';
import { readXml } from './read-xml.ts';

/** A sheet of an OpenDocument spreadsheet. */
interface OpenDocumentSheet {
  readonly name: string;
  readonly rows: readonly NumberedRow[];
  /** Whether the sheet is too large for memory. */
  readonly isFull: boolean;
}

/** Reads the sheets of an OpenDocument spreadsheet from its `content.xml`; calls `onBytes` for each unpacked chunk. */
export async function openDocumentSheets(
  stream: Readable,
  onBytes: (bytes: number) => void,
): Promise<OpenDocumentSheet[]> {
  const sheets: OpenDocumentSheet[] = [];
  let sheet = new SpannedRows();
  let name = '';
  let number = 0;
  let rowRepeats = 1;
  let column = 0;
  let cell: Readonly<Record<string, string>> = {};
  let paragraphs: string[] = [];
  let depth = 0;
  const endCell = () => {
    const value = cellValue(cell, paragraphs.join('\n'));
    const repeats = Number(cell['table:number-columns-repeated'] ?? 1);
    const rows = Number(cell['table:number-rows-spanned'] ?? 1);
    if (value !== '') {
      sheet.moveTo(column);
      for (let i = 0; i < Math.min(repeats, 16_384); i++) sheet.add(value, { rows });
    }
    column += repeats;
  };
  await readXml(stream, {
    open(tag, attributes) {
      if (tag === 'table') {
        sheet = new SpannedRows();
        name = attributes['table:name'] ?? '';
        number = 0;
      } else if (tag === 'table-row') {
        rowRepeats = Number(attributes['table:number-rows-repeated'] ?? 1);
        column = 0;
      } else if (tag === 'table-cell' || tag === 'covered-table-cell') {
        cell = attributes;
        paragraphs = [];
      } else if (tag === 'p') {
        paragraphs.push('');
        depth++;
      }
    },
    text(text) {
      if (depth > 0) paragraphs[paragraphs.length - 1] += text;
    },
    close(tag) {
      if (tag === 'p') depth--;
      else if (tag === 'table-cell' || tag === 'covered-table-cell') endCell();
      else if (tag === 'table-row') {
        sheet.endRow(number + 1);
        number += rowRepeats;
      } else if (tag === 'table') sheets.push({ name, rows: sheet.rows, isFull: sheet.isFull });
    },
    chunk(bytes) {
      onBytes(bytes);
      return sheet.isFull;
    },
  });
  if (sheet.isFull) sheets.push({ name, rows: sheet.rows, isFull: true });
  return sheets;
}

function cellValue(cell: Readonly<Record<string, string>>, text: string): string {
  switch (cell['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return cell['office:value'] ?? text;
    case 'date':
      return (cell['office:date-value'] ?? text).replace('T', ' ');
    case 'time': {
      const [, hours = '', minutes = '', seconds = ''] =
        /^PT(\d+)H(\d+)M(\d+)/.exec(cell['office:time-value'] ?? '') ?? [];
      return hours === '' ? text : `${hours}:${minutes}:${seconds}`;
    }
    case 'boolean':
      return cell['office:boolean-value'] ?? text;
    default:
      return text;
  }
}
