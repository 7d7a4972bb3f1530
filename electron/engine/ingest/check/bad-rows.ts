import type { RejectedRow } from '../../../../shared/contract/ingest.ts';
import type { Dialect } from '../detect/dialect.ts';
import type { Opened } from '../open/opened-table.ts';
import type { Duck } from '../stage/duckdb.ts';
import type { Staged } from '../stage/stage.ts';
import { KEPT_REJECTED } from './check-file.ts';
import { scanFile } from './scan-file.ts';

/** Finds the lines of the rows whose cells could not be understood, by going through the file once more. */
export async function badRows(duck: Duck, staged: Staged, opened: Opened, dialect: Dialect): Promise<RejectedRow[]> {
  if (staged.bad === 0) return [];
  const sql = `SELECT rowid AS ordinal, bad FROM ${staged.table} WHERE bad IS NOT NULL ORDER BY rowid LIMIT ${KEPT_REJECTED}`;
  const reasons = new Map((await duck.rows(sql)).map(({ ordinal, bad }) => [Number(ordinal), String(bad)]));
  const found: RejectedRow[] = [];
  scanFile(opened.path, dialect, {
    lineOf: opened.lineOf,
    row(ordinal, line, text) {
      const reason = reasons.get(ordinal);
      if (reason !== undefined) found.push({ line, reason, text: text() });
    },
  });
  return found;
}
