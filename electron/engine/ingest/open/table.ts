import type { Compression, Encoding, Format, ImportFile } from '../../../../shared/contract/import-file.ts';
import type { OpenedTable } from './opened-table.ts';

/** The text of a table, without information on its source file. */
export type Table = Pick<OpenedTable, 'path' | 'copyFormat' | 'lineOf' | 'rejected' | 'rejectedCount'>;

/** A table with the format of its source. */
export interface SourceTable extends Table {
  readonly format: Format;
  readonly encoding: Encoding;
  readonly compression: Compression;
  /** Name of the file inside an archive, and of the sheet inside a workbook; null if it is in none. */
  readonly inner: string | null;
  readonly sheet: string | null;
}

/** The tables of a file. */
export interface FileTables {
  readonly tables: readonly SourceTable[];
  /** Names of all available tables, as accepted by `inner`; empty if there is only one. */
  readonly names: readonly string[];
}

/** The requested table of a file, and the encoding of its text. */
export type TableRequest = Pick<ImportFile, 'inner' | 'encoding'>;

/** A table whose text is the file itself. */
export function textTable(path: string): Table {
  return { path, copyFormat: null, lineOf: () => null, rejected: [], rejectedCount: 0 };
}
