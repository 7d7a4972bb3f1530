import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import { csvLine, unescapeFormula } from '../../../../shared/domain/csv.ts';
import type { RejectionReason } from '../../../../shared/domain/rejection.ts';
import { writeAll } from '../../files/write-all.ts';
import { rejectionReason } from '../../store/imports/rejected-rows.ts';
import { type RejectedSource, rejectedSourceWith } from '../../store/imports/rejected-source.ts';
import type { RememberedMapping } from '../../store/imports/remembered-mapping.ts';
import { MAX_STORED_REJECTED } from '../check/check-file.ts';
import type { RowVisitor } from '../check/row-visitor.ts';
import { scanFile } from '../check/scan-file.ts';
import { type Dialect, splitRows } from '../detect/dialect.ts';
import type { TableStart } from '../detect/table-start.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import { cellsOf, extraColumnNames } from './cells.ts';

/**
 * Converts a corrected table of rejected rows back to the format of its source file: without line and reason, with
 * formulas unescaped, and with the options of the original import unless others are requested. Rows that contain only
 * the original text are rejected again unless the text can be split into cells. Returns null for any other table.
 */
export function restoreCorrected(
  db: Database,
  opened: OpenedTable,
  { header, dialect }: TableStart,
  copy: string,
): OpenedTable | null {
  const match = header.header ? matchRejectedTable(db, header.columns) : null;
  if (!match) return null;
  const { source } = match;
  const reasonAt = (line: number) => rejectionReason(db, source.import, line);
  const { lines, rejected, count, sha256 } = rewrite(opened, dialect, match, copy, reasonAt);
  const hasOwnMapping = opened.request.mapping !== undefined || opened.request.preset !== undefined;
  return {
    ...opened,
    request: hasOwnMapping ? opened.request : { ...requestOf(source), ...opened.request },
    remembered: hasOwnMapping ? null : source.import,
    path: copy,
    sha256: opened.sha256 ?? sha256,
    copyFormat: { header: source.dialect.header },
    lineOf: (ordinal) => lines[ordinal] ?? null,
    rejected: [...opened.rejected, ...rejected],
    rejectedCount: opened.rejectedCount + count,
  };
}

function requestOf({ recall, mapping, preset }: RejectedSource): RememberedMapping {
  return { ...recall, mapping, ...(preset === null ? {} : { preset }) };
}

interface RejectedMatch {
  readonly source: RejectedSource;
  /** Whether the column with the original row is still present. */
  readonly hasRow: boolean;
}

function matchRejectedTable(db: Database, columns: readonly string[]): RejectedMatch | null {
  const [line = '', reason = '', ...otherColumns] = columns;
  if (!/^line( \d+)?$/.test(line) || !/^reason( \d+)?$/.test(reason)) return null;
  for (const fileColumns of [otherColumns.slice(0, -1), otherColumns]) {
    const names = extraColumnNames(fileColumns);
    const source = line === names.line && reason === names.reason ? rejectedSourceWith(db, fileColumns) : null;
    const hasRow = fileColumns.length < otherColumns.length;
    if (source && (!hasRow || otherColumns.at(-1) === names.row)) return { source, hasRow };
  }
  return null;
}

/** Writes the table in the format of its source file, row by row; memory grows only with the list of line numbers. */
function rewrite(
  opened: OpenedTable,
  dialect: Dialect,
  { source, hasRow }: RejectedMatch,
  copy: string,
  reasonAt: (line: number) => RejectionReason | null,
) {
  const out = openSync(copy, 'w');
  const lines: number[] = [];
  const rejected: RejectedRow[] = [];
  let count = 0;
  const reject = (row: RejectedRow) => {
    if (++count <= MAX_STORED_REJECTED) rejected.push(row);
  };
  const write = (cells: readonly string[]) => writeAll(out, Buffer.from(`${csvLine(cells)}\n`));
  try {
    if (source.dialect.header) write(source.columns);
    const visitor: RowVisitor = {
      lineOf: opened.lineOf,
      row(_ordinal, line, _text, whole) {
        const cells = (splitRows(whole(), dialect.separator)[0] ?? []).map(unescapeFormula);
        const fileCells = cells.slice(2, 2 + source.columns.length);
        const text = hasRow ? (cells[2 + source.columns.length] ?? '') : '';
        const restored = fileCells.some((cell) => cell !== '') || text === '' ? fileCells : cellsOf(text, source);
        if (restored === null) {
          const [originalLine, sentence = ''] = cells;
          reject({
            line,
            reason: reasonAt(Number(originalLine)) ?? { code: 'text', params: { text: sentence } },
            text,
          });
        } else {
          write(restored);
          lines.push(line);
        }
      },
      fault: reject,
    };
    const hash = createHash('sha256');
    scanFile(opened.path, dialect, visitor, hash);
    return { lines, rejected, count, sha256: hash.digest('hex') };
  } finally {
    closeSync(out);
  }
}
