import type { Database } from 'better-sqlite3';
import { escapeFormulaReversibly } from '../../../../shared/domain/csv.ts';
import { rejectionText } from '../../../../shared/texts/rejection-text.ts';
import type { Table } from '../../files/export-file.ts';
import { eachRejectedRow } from '../../store/imports/rejected-rows.ts';
import type { RejectedSource } from '../../store/imports/rejected-source.ts';
import { MASK } from '../stage/read-sql.ts';
import { cellsOf, extraColumnNames } from './cells.ts';

/**
 * Exports the rejected rows of an import as a table for correction: line, reason, the file's own columns, and the
 * original row if it cannot be split into these. Cells that are not kept in clear text are left empty. Formulas are
 * escaped reversibly.
 */
export function rejectedTable(db: Database, source: RejectedSource): Table {
  const { columns, file, rejected } = source;
  const { line, reason, row } = extraColumnNames(columns);
  return {
    header: [line, reason, ...columns, row],
    rows: rejectedRows(db, source),
    facts: { what: 'rejected', import: source.import, source: file, rejected },
    escapeCell: escapeFormulaReversibly,
  };
}

function* rejectedRows(db: Database, source: RejectedSource) {
  const { columns, privacy } = source;
  const hiddenColumns = new Set(privacy.filter(({ choice }) => choice !== 'keep').map(({ column }) => column));
  const shownCell = (cell: string, c: number) => (cell === MASK && hiddenColumns.has(columns[c] ?? '') ? '' : cell);
  for (const { line, reason, text } of eachRejectedRow(db, source.import)) {
    const cells = cellsOf(text, source);
    const sentence = rejectionText(reason);
    yield cells ? [line, sentence, ...cells.map(shownCell), ''] : [line, sentence, ...columns.map(() => ''), text];
  }
}
