import { closeSync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { RejectedRow } from '../../../../shared/contract/ingest.ts';
import { csvLine, unguarded } from '../../../../shared/domain/csv.ts';
import { writeAll } from '../../files/export-file.ts';
import { type RejectedSource, rejectedSourceWith } from '../../store/imports/rejected-source.ts';
import type { Recall } from '../../store/imports/remembered-mapping.ts';
import { KEPT_REJECTED } from '../check/check-file.ts';
import { scanFile } from '../check/scan-file.ts';
import { type Dialect, splitRows } from '../detect/dialect.ts';
import { inspect } from '../detect/inspect.ts';
import type { Opened } from '../open/opened-table.ts';
import { cellsOf, namesAround } from './cells.ts';

/**
 * A table of rejected rows that comes back corrected, as a table of the file they came from: without line and reason,
 * formulas as they were, and asked for as that import was unless it is said otherwise. Rows of which nothing but the text
 * stands there are set aside again, unless that can be cut into cells by now. Any other table is returned as it is.
 */
export function corrected(db: Database, opened: Opened, copy: string): Opened {
  const found = recognise(db, opened);
  if (!found) return opened;
  const { source } = found;
  const { lines, rejected, count, sha256 } = rewrite(opened, found, copy);
  const hasOwn = opened.request.mapping !== undefined || opened.request.preset !== undefined;
  return {
    ...opened,
    request: hasOwn ? opened.request : { ...askedAs(source), ...opened.request },
    remembered: hasOwn ? null : source.import,
    path: copy,
    sha256: opened.sha256 ?? sha256,
    written: { header: source.dialect.header },
    lineOf: (ordinal) => lines[ordinal] ?? null,
    rejected: [...opened.rejected, ...rejected],
    rejectedCount: opened.rejectedCount + count,
  };
}

function askedAs({ recall, mapping, preset }: RejectedSource): Recall {
  return { ...recall, mapping, ...(preset === null ? {} : { preset }) };
}

interface Found {
  readonly source: RejectedSource;
  readonly dialect: Dialect;
  /** Whether the column with the whole row is still there. */
  readonly hasRow: boolean;
}

function recognise(db: Database, opened: Opened): Found | null {
  try {
    const { columns, dialect } = inspect({ file: opened.request.file }, opened);
    const [line = '', reason = '', ...rest] = columns;
    if (!dialect.header || !/^line( \d+)?$/.test(line) || !/^reason( \d+)?$/.test(reason)) return null;
    for (const own of [rest.slice(0, -1), rest]) {
      const names = namesAround(own);
      const source = line === names.line && reason === names.reason ? rejectedSourceWith(db, own) : null;
      const hasRow = own.length < rest.length;
      if (source && (!hasRow || rest.at(-1) === names.row)) return { source, dialect, hasRow };
    }
    return null;
  } catch {
    // What is wrong with it is said when it is read.
    return null;
  }
}

/** Writes the table as the file it came from was, row by row; memory grows only with the lines' numbers. */
function rewrite(opened: Opened, { source, dialect, hasRow }: Found, copy: string) {
  const out = openSync(copy, 'w');
  const lines: number[] = [];
  const rejected: RejectedRow[] = [];
  let count = 0;
  const setAside = (row: RejectedRow) => {
    if (++count <= KEPT_REJECTED) rejected.push(row);
  };
  const write = (cells: readonly string[]) => writeAll(out, Buffer.from(`${csvLine(cells)}\n`));
  try {
    if (source.dialect.header) write(source.columns);
    const { sha256 } = scanFile(opened.path, dialect, {
      lineOf: opened.lineOf,
      row(_ordinal, line, _text, whole) {
        const cells = (splitRows(whole(), dialect.separator)[0] ?? []).map(unguarded);
        const own = cells.slice(2, 2 + source.columns.length);
        const text = hasRow ? (cells[2 + source.columns.length] ?? '') : '';
        const taken = own.some((cell) => cell !== '') || text === '' ? own : cellsOf(text, source);
        if (taken === null) setAside({ line, reason: cells[1] ?? '', text });
        else {
          write(taken);
          lines.push(line);
        }
      },
      fault: setAside,
    });
    return { lines, rejected, count, sha256 };
  } finally {
    closeSync(out);
  }
}
