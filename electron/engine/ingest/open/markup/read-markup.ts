import { readFileSync, statSync } from 'node:fs';
import { damagedFile } from '../file-errors.ts';
import type { OpenContext } from '../open-context.ts';
import { rowsTable } from '../rows-table.ts';
import type { Table } from '../table.ts';
import { unsupportedFormat } from '../unsupported-format.ts';
import { htmlRows } from './html-table.ts';
import { spreadsheetXmlRows } from './spreadsheet-xml.ts';

const HTML =
  /^\s*(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div|center)\b/i;
const XML = /^\s*<\?xml\b/;
const SPREADSHEET = /urn:schemas-microsoft-com:office:spreadsheet/;
const MAX_HTML_BYTES = 64 << 20;
const PREVIEW_ROWS = 5000;

/** Returns the kind of a text that starts with a tag; null for any other text. */
export function markupOf(fileStart: string): 'html' | 'spreadsheet' | 'xml' | null {
  const start = fileStart.slice(0, 4096);
  if (XML.test(start) && SPREADSHEET.test(start)) return 'spreadsheet';
  if (HTML.test(start)) return 'html';
  return XML.test(start) ? 'xml' : null;
}

/**
 * Reads the table of a web page or of an XML workbook, which programs export as `.xls`. Throws FILE_BINARY if there is
 * no table or it is too large.
 */
export async function readMarkup(
  path: string,
  markup: NonNullable<ReturnType<typeof markupOf>>,
  name: string,
  context: OpenContext,
): Promise<Table> {
  if (markup === 'xml') throw unsupportedFormat(name, 'xml');
  const isTooLarge = markup === 'html' && statSync(path).size > MAX_HTML_BYTES;
  if (isTooLarge) throw unsupportedFormat(name, 'web-page');
  const rows =
    markup === 'html' ? htmlRows(readFileSync(path, 'utf8')) : await sheetRows(path, name, context.limit !== null);
  const table = rowsTable(rows, context);
  if (table === null) throw unsupportedFormat(name, markup === 'html' ? 'web-page' : 'xml');
  return table;
}

async function sheetRows(path: string, name: string, isPreview: boolean) {
  try {
    return await spreadsheetXmlRows(path, isPreview ? PREVIEW_ROWS : null);
  } catch (error) {
    const systemMessage = error instanceof Error ? error.message.replace(/\.$/, '') : '';
    throw damagedFile(name, { variant: 'structure', systemMessage }, error);
  }
}
