import { type CsvValue, csvFile } from './csv-file.ts';
import type { TableColumn } from './TableView.tsx';
import { cellValue } from './table-csv.ts';

/** Users in a table. */
export interface UserRows {
  /** Names of the users. */
  users: readonly string[];
  /** Columns beside the name; a row is an index of `users`. */
  columns: readonly TableColumn<number>[];
}

/** Users that are asked for at once. */
const PART = 10_000;

/** Returns all users of a table, of which the engine has the rows, as a CSV file. */
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
