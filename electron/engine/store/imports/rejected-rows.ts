import type { Database } from 'better-sqlite3';
import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import { RejectionReason } from '../../../../shared/domain/rejection.ts';
import { parseCoded } from '../parse-json.ts';

export function addRejected(db: Database, id: number, rows: readonly RejectedRow[]): void {
  const insert = db.prepare('INSERT INTO rejected_rows (import, line, code, params, text) VALUES (?, ?, ?, ?, ?)');
  for (const { line, reason, text } of rows) insert.run(id, line, reason.code, JSON.stringify(reason.params), text);
}

const SELECT = 'SELECT line, code, params, text FROM rejected_rows';

interface StoredRow {
  readonly line: number;
  readonly code: string;
  readonly params: string;
  readonly text: string;
}

/** Returns a page of an import's rejected rows, by line, and the number of rows stored. */
export function rejectedRows(db: Database, id: number, offset: number, limit: number) {
  const total =
    db.prepare<[number], number>('SELECT count(*) FROM rejected_rows WHERE import = ?').pluck().get(id) ?? 0;
  const sql = `${SELECT} WHERE import = ? ORDER BY line LIMIT ? OFFSET ?`;
  return { total, rows: db.prepare<[number, number, number], StoredRow>(sql).all(id, limit, offset).map(readRow) };
}

/** Returns all stored rejected rows of an import, by line, one at a time. */
export function* eachRejectedRow(db: Database, id: number): Generator<RejectedRow> {
  const sql = `${SELECT} WHERE import = ? ORDER BY line`;
  for (const row of db.prepare<[number], StoredRow>(sql).iterate(id)) yield readRow(row);
}

/** Returns the stored reasons of an import's rejected rows by line; the first of a line with several rows. */
export function rejectionReason(db: Database, id: number, line: number): RejectionReason | null {
  const row = db.prepare<[number, number], StoredRow>(`${SELECT} WHERE import = ? AND line = ?`).get(id, line);
  return row ? readRow(row).reason : null;
}

function readRow({ line, text, ...reason }: StoredRow): RejectedRow {
  return { line, reason: parseCoded(RejectionReason, reason, 'the reason of a rejected row'), text };
}
