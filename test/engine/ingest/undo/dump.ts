import type { OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';

/** All rows of all tables with their keys and the storage class of each value; except the workspace's settings. */
export function dump({ db }: OpenWorkspace): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string; wr: number }>(
      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    )
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_') && name !== 'settings');
  return Object.fromEntries(tables.map(({ name, wr }) => [name, rows(db, name, wr === 0)]));
}

function rows(db: OpenWorkspace['db'], table: string, hasRowid: boolean): unknown[] {
  const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(table);
  const exact = columns.map((column) => `typeof("${column}") || ':' || quote("${column}")`);
  const all = hasRowid ? ['rowid', ...exact] : exact;
  return db
    .prepare<[], unknown[]>(`SELECT ${all} FROM "${table}" ORDER BY ${all.map((_, i) => i + 1)}`)
    .raw()
    .all();
}
