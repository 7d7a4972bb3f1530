import type { Readable } from 'node:stream';
import { builtInKind, type DateKind, kindOfFormat } from './number-formats.ts';
import { readXml } from './read-xml.ts';

/** Sheets and number styles of a workbook. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  /** For each cell style, the kind of date that numbers represent; null for plain numbers. */
  readonly styles: readonly (DateKind | null)[];
}

export interface Sheet {
  readonly name: string;
  /** Path of its part in the archive. */
  readonly part: string;
  readonly hidden: boolean;
}

/** Opens a part of the workbook by name; null if there is none. */
export type OpenPart = (name: string) => Promise<Readable | null>;

/** Reads the list of sheets and the styles; calls `onBytes` with the number of bytes of each unpacked chunk. */
export async function readWorkbook(openPart: OpenPart, onBytes: (bytes: number) => void): Promise<Workbook> {
  const sheetParts = new Map<string, string>();
  const chunk = (bytes: number) => {
    onBytes(bytes);
    return false;
  };
  const read = async (name: string, open: (tag: string, attributes: Readonly<Record<string, string>>) => void) => {
    const stream = await openPart(name);
    if (stream) await readXml(stream, { open, chunk });
  };
  await read('xl/_rels/workbook.xml.rels', (tag, { Id, Target, Type }) => {
    if (tag === 'Relationship' && Id !== undefined && Type?.endsWith('/worksheet'))
      sheetParts.set(Id, partName(Target ?? ''));
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await read('xl/workbook.xml', (tag, attributes) => {
    if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    if (tag !== 'sheet') return;
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    const part = sheetParts.get(id);
    const hidden = (attributes.state ?? 'visible') !== 'visible';
    if (part !== undefined) sheets.push({ name: attributes.name ?? '', part, hidden });
  });
  return { sheets, from1904, styles: await readStyles(read) };
}

async function readStyles(
  read: (name: string, open: (tag: string, attributes: Readonly<Record<string, string>>) => void) => Promise<void>,
): Promise<(DateKind | null)[]> {
  const formats = new Map<number, DateKind | null>();
  const styles: (DateKind | null)[] = [];
  let inCellFormats = false;
  await read('xl/styles.xml', (tag, attributes) => {
    if (tag === 'cellXfs') inCellFormats = true;
    else if (tag === 'cellStyles' || tag === 'dxfs') inCellFormats = false;
    const id = Number(attributes.numFmtId ?? 0);
    if (tag === 'numFmt') formats.set(id, kindOfFormat(attributes.formatCode ?? ''));
    else if (tag === 'xf' && inCellFormats) styles.push(formats.has(id) ? (formats.get(id) ?? null) : builtInKind(id));
  });
  return styles;
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
