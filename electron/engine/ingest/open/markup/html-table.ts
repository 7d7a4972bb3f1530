import type { NumberedRow } from '../rows-table.ts';
import { SpannedRows } from '../spanned-rows.ts';

const TOKEN = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)(table|tr|t[dh]|br|p|div)\b([^>]*)>|<[^>]*>/gi;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...([
    ['amp', '&'],
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['apos', "'"],
    ['nbsp', ' '],
    ['yen', '¥'],
  ] as const),
  ...([
    ['euro', '€'],
    ['pound', '£'],
    ['ndash', '–'],
    ['mdash', '—'],
    ['times', '×'],
  ] as const),
]);

interface OpenTable {
  readonly spanned: SpannedRows;
  number: number;
  inRow: boolean;
  cell: { text: string; columns: number; rows: number } | null;
}

/** Returns the rows of the largest table of a web page; none if it has no table of at least two columns. */
export function htmlRows(html: string): readonly NumberedRow[] {
  const stack: OpenTable[] = [];
  let largest: readonly NumberedRow[] = [];
  let at = 0;
  const endCell = (table: OpenTable | undefined) => {
    if (table?.cell) table.spanned.add(plainText(table.cell.text), table.cell);
    if (table) table.cell = null;
  };
  for (const match of html.matchAll(TOKEN)) {
    const [tag, , close = '', name = '', attributes = ''] = match;
    const table = stack.at(-1);
    if (table?.cell) table.cell.text += html.slice(at, match.index);
    at = match.index + tag.length;
    const kind = name.toLowerCase();
    if (kind === 'table' && close === '')
      stack.push({ spanned: new SpannedRows(), number: 0, inRow: false, cell: null });
    else if (kind === 'table' && table) {
      endCell(table);
      if (table.inRow) table.spanned.endRow(table.number);
      stack.pop();
      const { rows } = table.spanned;
      if (rows.some(({ cells }) => cells.length > 1) && rows.length > largest.length) largest = rows;
    } else if (kind === 'tr' && table) {
      endCell(table);
      if (table.inRow) table.spanned.endRow(table.number);
      table.inRow = close === '';
      if (table.inRow) table.number++;
    } else if ((kind === 'td' || kind === 'th') && table) {
      endCell(table);
      if (close === '')
        table.cell = { text: '', columns: span('colspan', attributes), rows: span('rowspan', attributes) };
    } else if (kind !== '' && table?.cell) table.cell.text += ' ';
  }
  return largest;
}

const span = (name: string, attributes: string): number =>
  Math.min(10_000, Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1));

function plainText(text: string): string {
  const plain = text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));?/gi, (entity, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES.get(String(name).toLowerCase()) ?? entity;
    const code = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
  return plain.replaceAll(/[\s\u00a0]+/g, ' ').trim();
}
