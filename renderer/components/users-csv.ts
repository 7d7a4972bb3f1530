import { type CsvValue, csvFile } from './csv-file.ts';
import type { TableColumn } from './TableView.tsx';
import { cellValue } from './table-csv.ts';

/** Users with the columns of a table. */
export interface UserRows {
  /** Names of the users. */
  users: readonly string[];
  /** Columns next to the name; a row is an index of `users`. */
  columns: readonly TableColumn<number>[];
}

/** Number of users per request. */
const PART = 10_000;

/** Returns all users of a table, which are loaded from the engine, as a CSV file. */
export async function usersCsv(
  userHeader: string,
  total: number,
  load: (offset: number, limit: number) => Promise<UserRows>,
): Promise<Blob> {
  const header = [userHeader];
  const rows: CsvValue[][] = [];
  for (let offset = 0; offset < total; offset += PART) {
    const { users, columns } = await load(offset, PART);
    if (offset === 0) header.push(...columns.map((column) => column.header));
    for (const [row, user] of users.entries()) rows.push([user, ...columns.map((column) => cellValue(column, row))]);
  }
  return csvFile(header, rows);
}
