import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';

/** Maximum number of characters stored of a rejected row. */
export const TEXT_LIMIT = 2000;

/** Delimiter passed to the CSV reader when it reads whole lines; a row must not contain this byte. */
export const UNIT_SEPARATOR = 31;

/** Called by a scan of a file. */
export interface RowVisitor {
  /**
   * Returns the original line of a row, counted from 0 including faulty ones; null if the row's line is that of this
   * file.
   */
  lineOf?(record: number): number | null;
  /**
   * Called for each valid row: `ordinal` counts valid rows from 0. `text` returns its text up to `TEXT_LIMIT`,
   * `fullText` all of it.
   */
  row?(ordinal: number, line: number, text: () => string, fullText: () => string): void;
  fault?(row: RejectedRow): void;
  /** Called for byte ranges that the CSV reader must not see: faulty rows, and blank lines that it would not skip. */
  exclude?(start: number, end: number): void;
  /** Called after each chunk, with the bytes read so far. */
  progress?(bytes: number): void;
}
