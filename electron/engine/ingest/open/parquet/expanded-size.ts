import { quoteSql } from '../../stage/read-sql.ts';

/** Runs a query whose rows contain numbers only. */
type NumberRows = (sql: string) => Promise<number[][]>;

/** Maximum length of a number or a time as text, including surrounding characters. */
const VALUE_BYTES = 40;

/** Size of a table as text, in bytes. */
export interface ExpandedSize {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Returns an upper bound of the size of a Parquet file as text, computed from its footer; for nested columns it
 * includes the field names. The bound may be several orders of magnitude too high: a dictionary stores each distinct
 * value once, so any value may be as long as the whole dictionary.
 */
export async function sizeBound(numberRows: NumberRows, path: string): Promise<ExpandedSize> {
  const [row] = await numberRows(`SELECT (SELECT sum(num_rows) FROM parquet_file_metadata(${quoteSql(path)})),
    sum(num_values::DOUBLE * (strlen(path_in_schema) + CASE WHEN type = 'BYTE_ARRAY'
      THEN greatest(total_uncompressed_size, 1) ELSE ${VALUE_BYTES} END)) FROM parquet_metadata(${quoteSql(path)})`);
  const [rows = 0, bytes = 0] = row ?? [];
  return { rows, bytes };
}

/**
 * Returns the size of a table as text. Reads all texts but writes none, and needs no memory for values that a
 * dictionary repeats. `texts` are SQL expressions, one for each column of texts.
 */
export async function exactSize(
  numberRows: NumberRows,
  source: string,
  texts: readonly string[],
  otherColumns: number,
): Promise<ExpandedSize> {
  const lengths = texts.map((text) => `coalesce(sum(strlen(${text})::DOUBLE), 0)`);
  const [row] = await numberRows(`SELECT count(*), ${['0', ...lengths].join(' + ')} FROM ${source}`);
  const [rows = 0, bytes = 0] = row ?? [];
  return { rows, bytes: bytes + rows * (VALUE_BYTES * otherColumns + texts.length) };
}
