import type { Database, Statement } from 'better-sqlite3';

type Value = number | string | null;

const ROWS = 64;

/**
 * Inserts many rows into one table with few statements, in the order in which they are added. Binding values dominates
 * the cost: leave out columns that are always NULL. For millions of rows, `TableFile` is faster.
 */
export class BatchInsert {
  private readonly db: Database;
  private readonly sql: (rows: number) => string;
  private readonly fullBatch: Statement<[Value[]]>;
  private readonly width: number;
  private readonly values: Value[] = [];

  constructor(db: Database, table: string, columns: readonly string[]) {
    this.db = db;
    this.width = columns.length;
    const row = `(${columns.map(() => '?')})`;
    this.sql = (rows) => `INSERT INTO ${table} (${columns}) VALUES ${Array.from({ length: rows }, () => row)}`;
    this.fullBatch = db.prepare<[Value[]]>(this.sql(ROWS));
  }

  /** Adds the values of one row, in the order of the columns. */
  add(row: readonly Value[]): void {
    for (let column = 0; column < row.length; column++) this.values.push(row[column]!);
    if (this.values.length < ROWS * this.width) return;
    this.fullBatch.run(this.values);
    this.values.length = 0;
  }

  /** Inserts the remaining rows; call it once at the end. */
  finish(): void {
    const rows = this.values.length / this.width;
    if (rows > 0) this.db.prepare<[Value[]]>(this.sql(rows)).run(this.values);
    this.values.length = 0;
  }
}
