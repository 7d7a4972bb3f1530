import type { RejectionReason } from '../../../../shared/domain/rejection.ts';
import { MAX_STORED_REJECTED } from '../check/check-file.ts';
import { findSheetHeader } from '../detect/find-header.ts';
import { readHeader } from '../detect/header.ts';
import { LineMap } from './line-map.ts';
import type { OpenContext } from './open-context.ts';
import type { Table } from './table.ts';
import { TableWriter } from './table-writer.ts';

const title: RejectionReason = { code: 'title', params: {} };

/** A row of a table in memory: its number in the original, from 1, and its cells. */
export interface NumberedRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Writes rows as a table; rows above its header are rejected. Returns null if there are none. */
export function rowsTable(rows: readonly NumberedRow[], context: OpenContext): Table | null {
  if (rows.length === 0) return null;
  const width = rows.reduce((max, { cells }) => Math.max(max, cells.length), 0);
  const padded = (cells: readonly string[]) => [...cells, ...new Array<string>(width - cells.length).fill('')];
  const headerPosition = findSheetHeader(
    rows.slice(0, 1000).map(({ cells }) => cells),
    width,
  );
  const { header } = readHeader(
    rows.slice(headerPosition.row).map(({ cells }) => padded(cells)),
    width,
  );
  const path = context.temporary();
  const writer = new TableWriter(path, null);
  const lines = new LineMap();
  const rejected: Table['rejected'][number][] = [];
  let rejectedCount = 0;
  try {
    for (const [at, { number, cells }] of rows.entries()) {
      const isHeader = header && at === headerPosition.row;
      const reason =
        at < headerPosition.row ? title : writer.row(padded(isHeader ? (headerPosition.names ?? cells) : cells));
      if (reason === null && !isHeader) lines.add(number);
      if (reason !== null && ++rejectedCount <= MAX_STORED_REJECTED)
        rejected.push({ line: number, reason, text: cells.join(',').slice(0, 2000) });
    }
  } finally {
    writer.close();
  }
  return { path, copyFormat: { header }, lineOf: (row) => lines.lineOf(row), rejected, rejectedCount };
}
