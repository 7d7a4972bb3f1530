import { zipOf } from './zip.ts';

/** Cell: a text, a number as written, or a serial number in one of the `FORMATS`. */
export type Cell =
  | string
  | number
  | { readonly raw: string; readonly format?: keyof typeof FORMATS; readonly type?: string }
  | null;

/** Number formats by style index. */
export const FORMATS = { general: 0, date: 14, datetime: 22, time: 21, chinese: 164, quoted: 165 } as const;

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly Cell[] | null)[];
  readonly hidden?: boolean;
  /** Ranges of merged cells, such as `A2:A3`. */
  readonly merged?: readonly string[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Creates an Excel workbook in memory: texts as shared strings; empty cells and rows (null) are omitted. */
export function workbookOf(sheets: readonly SheetOf[], { date1904 = false } = {}): Buffer {
  const strings = new Map<string, number>();
  const styles = Object.keys(FORMATS);
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') {
      const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
      return `<c r="${at}" s="${styles.indexOf(cell.format ?? 'general')}"${type}><v>${escapeXml(cell.raw)}</v></c>`;
    }
    if (!strings.has(cell)) strings.set(cell, strings.size);
    return `<c r="${at}" t="s"><v>${strings.get(cell)}</v></c>`;
  };
  const parts = sheets.map(({ rows, merged = [] }) => {
    const lines = rows.map((row, r) =>
      row === null
        ? ''
        : `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join('')}</row>`,
    );
    const ranges = `<mergeCells>${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
    return `${HEAD}<worksheet xmlns="x"><sheetData>${lines.join('')}</sheetData>${ranges}</worksheet>`;
  });
  const list = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const links = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipOf([
    { name: '[Content_Types].xml', data: `${HEAD}<Types/>` },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: `${HEAD}<Relationships>${links.join('')}</Relationships>` },
    { name: 'xl/styles.xml', data: stylesXml() },
    {
      name: 'xl/sharedStrings.xml',
      data: `${HEAD}<sst>${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    },
    ...parts.map((data, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data })),
  ]);
}

function stylesXml(): string {
  const formats = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; hh:mm"/><numFmt numFmtId="165" formatCode="&quot;days &quot;0.00"/></numFmts>`;
  const cells = Object.values(FORMATS).map((id) => `<xf numFmtId="${id}"/>`);
  return `${HEAD}<styleSheet>${formats}<cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** Escapes characters that are invalid in XML, as Excel does. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/\p{Cc}|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu, (one) => {
      const code = one.charCodeAt(0).toString(16).toUpperCase();
      return one === '\n' || one === '\t' ? one : `_x${code.padStart(4, '0')}_`;
    })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
