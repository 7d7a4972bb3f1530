import { MAX_STORED_REJECTED } from '../../check/check-file.ts';
import { readHeader } from '../../detect/header.ts';
import type { Budget } from '../archive/budget.ts';
import { LineMap } from '../line-map.ts';
import type { OpenContext } from '../open-context.ts';
import type { Table } from '../table.ts';
import { TableWriter } from '../table-writer.ts';
import { readSheet } from './read-sheet.ts';
import type { OpenPart, Sheet, Workbook } from './workbook.ts';

/** Rows by which the width of a sheet is judged first. */
const WIDTH_SAMPLE_ROWS = 1000;
/** Rows of which a preview is made. */
const PREVIEW_ROWS = 5000;
/** From this width on a lone cell above the rest is a title. */
const MIN_TITLED_WIDTH = 3;

/** An open workbook. */
export interface WorkbookSource {
  readonly openPart: OpenPart;
  /** A new one for each reading of a sheet. */
  readonly newBudget: () => Budget;
  readonly context: OpenContext;
}

/** The rows of a sheet as a table, whose lines are their numbers; null where it is empty. */
export async function sheetTable(
  source: WorkbookSource,
  sheet: Sheet,
  workbook: Workbook,
  strings: readonly string[],
): Promise<Table | null> {
  const firstRows: (readonly string[])[] = [];
  await readRows(source, sheet, workbook, strings, WIDTH_SAMPLE_ROWS, (_, cells) => firstRows.push(cells));
  if (firstRows.length === 0) return null;
  let width = Math.max(...firstRows.map((cells) => cells.length));
  const body = firstRows.slice(firstRows.findIndex((cells) => !isTitle(cells, width)));
  const { header } = readHeader(body, width);
  for (;;) {
    const { table, widest } = await writeTable(source, sheet, workbook, strings, { width, header });
    if (widest === width) return table;
    width = widest;
  }
}

/** A lone cell above a table that is wider. */
function isTitle(cells: readonly string[], width: number): boolean {
  return width >= MIN_TITLED_WIDTH && cells.filter((cell) => cell !== '').length === 1;
}

async function writeTable(
  source: WorkbookSource,
  sheet: Sheet,
  workbook: Workbook,
  strings: readonly string[],
  { width, header }: { readonly width: number; readonly header: boolean },
) {
  const { context } = source;
  const path = context.temporary();
  const writer = new TableWriter(path, null);
  const lines = new LineMap();
  const rejected: Table['rejected'][number][] = [];
  let rejectedCount = 0;
  let started = false;
  let widest = width;
  try {
    await readRows(source, sheet, workbook, strings, context.limit === null ? null : PREVIEW_ROWS, (line, cells) => {
      widest = Math.max(widest, cells.length);
      const isAboveTable = !started && isTitle(cells, width);
      const isHeaderRow = header && !started && !isAboveTable;
      started ||= !isAboveTable;
      const padded = [...cells, ...new Array<string>(Math.max(0, width - cells.length)).fill('')];
      const reason = isAboveTable ? 'a title above the table' : writer.row(padded);
      if (reason === null && isHeaderRow) return;
      if (reason === null) lines.add(line);
      else if (++rejectedCount <= MAX_STORED_REJECTED) {
        rejected.push({ line, reason, text: cells.join(',').slice(0, 2000) });
      }
    });
  } finally {
    writer.close();
  }
  const table: Table = { path, copyFormat: { header }, lineOf: (row) => lines.lineOf(row), rejected, rejectedCount };
  return { table, widest };
}

async function readRows(
  { openPart, newBudget, context }: WorkbookSource,
  sheet: Sheet,
  workbook: Workbook,
  strings: readonly string[],
  limit: number | null,
  row: (number: number, cells: readonly string[]) => void,
): Promise<void> {
  const stream = await openPart(sheet.part);
  if (stream === null) return;
  const sheetBudget = newBudget();
  let rows = 0;
  await readSheet(stream, workbook, strings, {
    row(number, cells) {
      rows++;
      if (limit === null || rows <= limit) row(number, cells);
    },
    chunk(bytes) {
      sheetBudget.spend(bytes);
      context.onProgress(0, 0);
      return limit !== null && rows >= limit;
    },
  });
}
