import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import { RejectionReason } from '../../../../shared/domain/rejection.ts';
import type { Dialect } from '../detect/dialect.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { reasonsOf, type Staged } from '../stage/stage.ts';
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
  const ordinals = `SELECT rowid FROM ${staged.table} WHERE bad ORDER BY rowid LIMIT ${MAX_STORED_REJECTED}`;
  const ordered = await duck.rows(`SELECT code, field, value FROM ${reasonsOf(staged.table)} ORDER BY rowid`);
  const reasons = new Map(
    (await duck.numberRows(ordinals)).map(([ordinal = 0], i) => [ordinal, reasonOf(ordered[i] ?? {})]),
  );
  await duck.run(`DROP TABLE ${reasonsOf(staged.table)}`);
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

/** Converts a row of the table of reasons. */
function reasonOf({ code, field, value }: Readonly<Record<string, unknown>>): RejectionReason {
  return RejectionReason.parse({ code, params: { field, value } });
}
