import type { Compression, Encoding, Format, ImportFile } from '../../../../shared/contract/ingest.ts';
import type { OpenedTable } from './opened-table.ts';

/** The text of a table, without what is known of the file that it came from. */
export type Table = Pick<OpenedTable, 'path' | 'copyFormat' | 'lineOf' | 'rejected' | 'rejectedCount'>;

/** A table with what was found out of how it was kept. */
export interface SourceTable extends Table {
  readonly format: Format;
  readonly encoding: Encoding;
  readonly compression: Compression;
  /** The file inside an archive, and the sheet inside a workbook. */
  readonly inner: string | null;
  readonly sheet: string | null;
}

/** What a file holds. */
export interface FileTables {
  readonly tables: readonly SourceTable[];
  /** All tables there are, as they can be asked for; empty where there is only the one. */
  readonly names: readonly string[];
}

/** What of a file is asked for, and how its text is to be read. */
export type TableRequest = Pick<ImportFile, 'inner' | 'encoding'>;

/** Text as it stands in a file. */
export function textTable(path: string): Table {
  return { path, copyFormat: null, lineOf: () => null, rejected: [], rejectedCount: 0 };
}
