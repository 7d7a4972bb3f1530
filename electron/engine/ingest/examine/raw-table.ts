import type { DuckDb } from '../stage/duckdb.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { cellSql, readSql } from '../stage/read-sql.ts';

/** Maximum number of columns that are described. */
const MAX_DESCRIBED_COLUMNS = 200;

export interface RawColumn {
  readonly name: string;
  /** The name of its column in the table `raw`. */
  readonly cell: string;
  /** Its non-empty values at the start of the file. */
  readonly sampleValues: readonly string[];
}

/** The parts of a loaded file that are needed to read it again unconverted. */
export type RawFile = Pick<LoadedFile, 'inspection' | 'text'>;

/** Reads a checked file again, unconverted, into a text table `raw`, so that its columns can be described. */
export async function readRaw(duck: DuckDb, { inspection, text }: RawFile): Promise<RawColumn[]> {
  const { dialect, layout, columns, rows } = inspection;
  const isSequences = layout === 'sequences';
  const names = isSequences ? ['user', 'items'] : columns.slice(0, MAX_DESCRIBED_COLUMNS);
  const cells = isSequences
    ? [cellSql(0, dialect, text), "array_to_string(cells[2:], ' ')"]
    : names.map((_, c) => cellSql(c, dialect, text));
  const source = readSql(text, dialect);
  await duck.run(
    `CREATE OR REPLACE TABLE raw AS SELECT ${cells.map((cell, i) => `${cell} AS r${i + 1}`)} FROM ${source}`,
  );
  return names.map((name, i) => ({
    name,
    cell: `r${i + 1}`,
    sampleValues: rows.flatMap((row) => row[i]?.trim() || []),
  }));
}
