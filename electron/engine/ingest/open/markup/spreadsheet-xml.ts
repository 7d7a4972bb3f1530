import { createReadStream } from 'node:fs';
import { readXml } from '../excel/read-xml.ts';
import type { NumberedRow } from '../rows-table.ts';
import { SpannedRows } from '../spanned-rows.ts';

/**
 * Reads the first non-empty sheet of a workbook in the XML format of Excel 2003. Stops after `limit` rows. Throws an
 * Error if the XML is not well-formed.
 */
export async function spreadsheetXmlRows(path: string, limit: number | null): Promise<readonly NumberedRow[]> {
  let sheet = new SpannedRows();
  let number = 0;
  let text = '';
  let inData = false;
  let span = { columns: 1, rows: 1 };
  let isDone = false;
  await readXml(createReadStream(path), {
    open(tag, attributes) {
      if (isDone) return;
      if (tag === 'Row') number = Number(attributes['ss:Index'] ?? number + 1);
      else if (tag === 'Cell') {
        const index = Number(attributes['ss:Index'] ?? 0);
        if (index > 0) sheet.moveTo(index - 1);
        text = '';
        span = {
          columns: 1 + Number(attributes['ss:MergeAcross'] ?? 0),
          rows: 1 + Number(attributes['ss:MergeDown'] ?? 0),
        };
      } else if (tag === 'Data') inData = true;
    },
    text(piece) {
      if (inData && !isDone) text += piece;
    },
    close(tag) {
      if (isDone) return;
      if (tag === 'Data') inData = false;
      else if (tag === 'Cell') sheet.add(text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.000)?$/, '$1 $2'), span);
      else if (tag === 'Row') sheet.endRow(number);
      else if (tag === 'Worksheet') {
        isDone = sheet.rows.length > 0;
        if (!isDone) sheet = new SpannedRows();
        number = 0;
      }
    },
    chunk: () => isDone || sheet.isFull || (limit !== null && sheet.rows.length >= limit),
  });
  return sheet.rows;
}
