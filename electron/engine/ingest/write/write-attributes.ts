import type { Database } from 'better-sqlite3';
import { attributeId, attributeWriter } from '../../store/names/dictionaries.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';

/** Writes the user attributes of a file; the last non-empty value per user counts. */
export async function writeAttributes(duck: DuckDb, db: Database, { table, attributes }: Staged): Promise<void> {
  const write = attributeWriter(db);
  for (const [i, name] of attributes.entries()) {
    const attribute = attributeId(db, name);
    const sql = `SELECT u.id AS id, max_by(f.a${i + 1}, f.rowid) AS value FROM ${table} f JOIN users u ON u.name = f."user"
      WHERE ${USABLE} AND f.a${i + 1} IS NOT NULL GROUP BY u.id ORDER BY u.id`;
    for await (const chunk of duck.stream(sql)) {
      const [users = [], values = []] = chunk.getColumns();
      for (let row = 0; row < users.length; row++) write(Number(users[row]), attribute, String(values[row]));
    }
  }
}
