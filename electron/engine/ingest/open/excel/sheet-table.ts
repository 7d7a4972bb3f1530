import { KEPT_REJECTED } from '../../check/check-file.ts';
import { readHeader } from '../../detect/header.ts';
import type { Budget } from '../archive/budget.ts';
import { LineMap } from '../line-map.ts';
import type { Opening } from '../open-context.ts';
import type { Table } from '../table.ts';
import { TableWriter } from '../table-writer.ts';
import { readSheet } from './read-sheet.ts';
import type { Parts, Sheet, Workbook } from './workbook.ts';

/** Rows by which the width of a sheet is judged first. */
const SURVEYED = 1000;
/** Rows of which a preview is made. */
const PREVIEWED = 5000;
/** From this width on a lone cell above the rest is a title. */
const WIDE = 3;

/** An open workbook. */
export interface Source {
  readonly part: Parts;
  /** A new one for each reading of a sheet. */
  readonly budget: () => Budget;
  readonly opening: Opening;
}

/** The rows of a sheet as a table, whose lines are their numbers; null where it is empty. */
export async function sheetTable(
  source: Source,
  sheet: Sheet,
  workbook: Workbook,
  strings: readonly string[],
): Promise<Table | null> {
  const first: (readonly string[])[] = [];
  await rowsOf(source, sheet, workbook, strings, SURVEYED, (_, cells) => first.push(cells));
  if (first.length === 0) return null;
  let width = Math.max(...first.map((cells) => cells.length));
  const body = first.slice(first.findIndex((cells) => !isTitle(cells, width)));
  const { header } = readHeader(body, width);
  for (;;) {
    const { table, widest } = await write(source, sheet, workbook, strings, { width, header });
    if (widest === width) return table;
    width = widest;
  }
}

/** A lone cell above a table that is wider. */
function isTitle(cells: readonly string[], width: number): boolean {
  return width >= WIDE && cells.filter((cell) => cell !== '').length === 1;
}

async function write(
  source: Source,
  sheet: Sheet,
  workbook: Workbook,
  strings: readonly string[],
  { width, header }: { readonly width: number; readonly header: boolean },
) {
  const { opening } = source;
  const path = opening.temporary();
  const writer = new TableWriter(path, null);
  const lines = new LineMap();
  const rejected: Table['rejected'][number][] = [];
  let rejectedCount = 0;
  let started = false;
  let widest = width;
  try {
    await rowsOf(source, sheet, workbook, strings, opening.limit === null ? null : PREVIEWED, (line, cells) => {
      widest = Math.max(widest, cells.length);
      const above = !started && isTitle(cells, width);
      const names = header && !started && !above;
      started ||= !above;
      const padded = [...cells, ...new Array<string>(Math.max(0, width - cells.length)).fill('')];
      const reason = above ? 'a title above the table' : writer.row(padded);
      if (reason === null && names) return;
      if (reason === null) lines.add(line);
      else if (++rejectedCount <= KEPT_REJECTED) {
        rejected.push({ line, reason, text: cells.join(',').slice(0, 2000) });
      }
    });
  } finally {
    writer.close();
  }
  const table: Table = { path, written: { header }, lineOf: (row) => lines.lineOf(row), rejected, rejectedCount };
  return { table, widest };
}

async function rowsOf(
  { part, budget, opening }: Source,
  sheet: Sheet,
  workbook: Workbook,
  strings: readonly string[],
  limit: number | null,
  row: (number: number, cells: readonly string[]) => void,
): Promise<void> {
  const stream = await part(sheet.part);
  if (stream === null) return;
  const spent = budget();
  let rows = 0;
  await readSheet(stream, workbook, strings, {
    row(number, cells) {
      rows++;
      if (limit === null || rows <= limit) row(number, cells);
    },
    piece(bytes) {
      spent.take(bytes);
      opening.step(0, 0);
      return limit !== null && rows >= limit;
    },
  });
}
