import type { Database } from 'better-sqlite3';

/** Rows of a table that refer by a column to rows of another one that do not exist. */
export interface DanglingRows {
  readonly table: string;
  readonly parent: string;
  readonly count: number;
}

interface ForeignKey {
  readonly column: string;
  readonly parent: string;
  readonly key: string;
  /** Whether a row may be without a reference. */
  readonly optional: number;
}

/** Returns the violated foreign keys, one entry per table and parent. */
export function danglingRows(db: Database): DanglingRows[] {
  const sql = 'SELECT "table", parent, count(*) count FROM pragma_foreign_key_check GROUP BY "table", parent';
  return db.prepare<[], DanglingRows>(sql).all();
}

/** Deletes the rows of a table that refer to nothing; where a reference may be missing, removes only the reference. */
export function removeDanglingRows(db: Database, { table, parent }: DanglingRows): void {
  const sql = `SELECT k."from" "column", k."table" parent, coalesce(k."to", 'id') key, c."notnull" = 0 AND c.pk = 0 optional
    FROM pragma_foreign_key_list(?) k JOIN pragma_table_info(?) c ON c.name = k."from" WHERE k."table" = ?`;
  for (const { column, key, optional } of db.prepare<string[], ForeignKey>(sql).all(table, table, parent)) {
    const isDangling = `"${column}" IS NOT NULL AND "${column}" NOT IN (SELECT "${key}" FROM "${parent}")`;
    const change = optional ? `UPDATE "${table}" SET "${column}" = NULL` : `DELETE FROM "${table}"`;
    db.prepare(`${change} WHERE ${isDangling}`).run();
  }
}
