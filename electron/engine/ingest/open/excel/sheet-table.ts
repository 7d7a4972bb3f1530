import type { RejectionReason } from '../../../../../shared/domain/rejection.ts';
import { MAX_STORED_REJECTED } from '../../check/check-file.ts';
import { findSheetHeader, type HeaderPosition } from '../../detect/find-header.ts';
import { readHeader } from '../../detect/header.ts';
import type { Budget } from '../archive/budget.ts';
import { LineMap } from '../line-map.ts';
import type { OpenContext } from '../open-context.ts';
import type { Table } from '../table.ts';
import { TableWriter } from '../table-writer.ts';
import { MergedCells } from './merged-cells.ts';
import { readSheet } from './read-sheet.ts';
import type { OpenPart, Sheet, Workbook } from './workbook.ts';

/** Number of rows from which the width of a sheet is first estimated. */
const WIDTH_SAMPLE_ROWS = 1000;
/** Number of rows read for a preview. */
const PREVIEW_ROWS = 5000;

const title: RejectionReason = { code: 'title', params: {} };

/** An open workbook. */
export interface WorkbookSource {
  readonly openPart: OpenPart;
  /** Creates a budget; each reading of a sheet needs a new one. */
  readonly newBudget: () => Budget;
  readonly context: OpenContext;
}

/**
 * Converts a sheet to a table whose line numbers are the sheet's row numbers; null if it is empty. Rewrites the table
 * if a later row turns out to be wider.
 */
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
  const headerPosition = findSheetHeader(firstRows, width);
  const { header } = readHeader(firstRows.slice(headerPosition.row), width);
  const merged = new MergedCells();
  for (;;) {
    const isFilled = !merged.isEmpty;
    const { table, widest } = await writeTable(source, sheet, workbook, strings, {
      width,
      header,
      headerPosition,
      merged,
    });
    if (widest === width && isFilled === !merged.isEmpty) return table;
    width = widest;
  }
}

const padded = (cells: readonly string[], width: number): string[] => [
  ...cells,
  ...new Array<string>(Math.max(0, width - cells.length)).fill(''),
];

interface SheetShape {
  readonly width: number;
  readonly header: boolean;
  readonly headerPosition: HeaderPosition;
  /** The merged cells; empty until they are known, since they follow the rows in the file. */
  readonly merged: MergedCells;
}

async function writeTable(
  source: WorkbookSource,
  sheet: Sheet,
  workbook: Workbook,
  strings: readonly string[],
  { width, header, headerPosition, merged }: SheetShape,
) {
  const { context } = source;
  const path = context.temporary();
  const writer = new TableWriter(path, null);
  const lines = new LineMap();
  const rejected: Table['rejected'][number][] = [];
  let rejectedCount = 0;
  let rows = 0;
  let widest = width;
  const fillsCells = !merged.isEmpty;
  merged.restart();
  const onMerge = fillsCells ? undefined : (range: string) => merged.add(range);
  const limit = context.limit === null ? null : PREVIEW_ROWS;
  const row = (line: number, sheetCells: readonly string[]) => {
    const cells = fillsCells ? merged.fill(line, sheetCells) : sheetCells;
    widest = Math.max(widest, cells.length);
    const isAboveTable = rows < headerPosition.row;
    const isHeaderRow = header && rows === headerPosition.row;
    rows++;
    const reason = isAboveTable
      ? title
      : writer.row(padded(isHeaderRow && headerPosition.names ? headerPosition.names : cells, width));
    if (reason === null && isHeaderRow) return;
    if (reason === null) lines.add(line);
    else if (++rejectedCount <= MAX_STORED_REJECTED) {
      rejected.push({ line, reason, text: cells.join(',').slice(0, 2000) });
    }
  };
  try {
    await readRows(source, sheet, workbook, strings, limit, row, onMerge);
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
  onMerge?: (range: string) => void,
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
    ...(onMerge ? { merge: onMerge } : {}),
    chunk(bytes) {
      sheetBudget.spend(bytes);
      context.onProgress(0, 0);
      return limit !== null && rows >= limit;
    },
  });
}
