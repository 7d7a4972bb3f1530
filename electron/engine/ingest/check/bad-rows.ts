import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import { RejectionReason } from '../../../../shared/domain/rejection.ts';
import type { Dialect } from '../detect/dialect.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import type { Staged } from '../stage/stage.ts';
import { MAX_STORED_REJECTED } from './check-file.ts';
import { scanFile } from './scan-file.ts';

/** Returns the lines and texts of the rows with invalid cells, found by scanning the file once more. */
export async function badRows(
  duck: DuckDb,
  staged: Staged,
  opened: OpenedTable,
  dialect: Dialect,
): Promise<RejectedRow[]> {
  if (staged.bad === 0) return [];
  const sql = `SELECT rowid AS ordinal, bad.code, bad.field, bad.value FROM ${staged.table} WHERE bad IS NOT NULL ORDER BY rowid LIMIT ${MAX_STORED_REJECTED}`;
  const reasons = new Map((await duck.rows(sql)).map(({ ordinal, ...reason }) => [Number(ordinal), reasonOf(reason)]));
  const rejected: RejectedRow[] = [];
  scanFile(opened.path, dialect, {
    lineOf: opened.lineOf,
    row(ordinal, line, text) {
      const reason = reasons.get(ordinal);
      if (reason !== undefined) rejected.push({ line, reason, text: text() });
    },
  });
  return rejected;
}

/** Converts a row of `bad` to a reason. */
function reasonOf({ code, field, value }: Readonly<Record<string, unknown>>): RejectionReason {
  return RejectionReason.parse({ code, params: { field, value } });
}
