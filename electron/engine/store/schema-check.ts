import Database from 'better-sqlite3';

type Columns = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Compares the tables and views of a database with those of its recorded schema version. Returns the first difference
 * as a phrase, such as `the table events is missing`, or null if there is none. Ignores tables and columns that no version
 * has; those of a later version show that the version number was changed. `apply` migrates an empty database to a
 * version.
 */
export function schemaDifference(
  db: Database.Database,
  version: number,
  latest: number,
  apply: (db: Database.Database, version: number) => void,
): string | null {
  const actual = columnsOf(db);
  const expected = schemaAt(version, apply);
  for (const [table, columns] of expected) {
    const actualColumns = actual.get(table);
    if (!actualColumns) return `the table ${table} is missing`;
    for (const column of columns) if (!actualColumns.has(column)) return `the column ${table}.${column} is missing`;
  }
  if (version === latest) return null;
  for (const [table, columns] of schemaAt(latest, apply)) {
    for (const column of columns)
      if (actual.get(table)?.has(column) && !expected.get(table)?.has(column))
        return `its version is ${version}, but ${table}.${column} is of a later one`;
  }
  return null;
}

const schemas = new Map<number, Columns>();

function schemaAt(version: number, apply: (db: Database.Database, version: number) => void): Columns {
  const known = schemas.get(version);
  if (known) return known;
  const db = new Database(':memory:');
  try {
    apply(db, version);
    const columns = columnsOf(db);
    schemas.set(version, columns);
    return columns;
  } finally {
    db.close();
  }
}

/** Returns the column names of each table. Views have none, since their tables may be missing. */
function columnsOf(db: Database.Database): Columns {
  const sql = `SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'`;
  const columns = new Map<string, Set<string>>();
  for (const [table, column] of db.prepare<[], [string, string]>(sql).raw().all())
    columns.set(table, (columns.get(table) ?? new Set()).add(column));
  const views = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'view'").pluck();
  for (const view of views.all()) columns.set(view, new Set());
  return columns;
}
