import type { Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Dialect } from '../detect/dialect.ts';
import { fileError } from '../detect/file-start.ts';
import { FileScan } from './file-scan.ts';
import { MAX_RECORD } from './record-scanner.ts';
import type { RowVisitor } from './row-visitor.ts';

const CHUNK = 4 << 20;

export interface Scan {
  /** Number of valid rows, without the header. */
  readonly rows: number;
  /** Whether any row spans several lines. */
  readonly multiline: boolean;
  /** Whether any cell has a leading or trailing blank. */
  readonly padded: boolean;
  /** Whether the file contains carriage returns. */
  readonly carriageReturns: boolean;
  /** Whether the file contains byte order marks after its start. */
  readonly byteOrderMarks: boolean;
  /** Whether cells may differ from their normal form (`plainCell`). */
  readonly unnormalised: boolean;
  readonly bytes: number;
}

/**
 * Scans a file once, record by record, with line numbers of the file (from 1; a record with line ends inside quotes
 * spans several). All bytes are added to `hash`, if there is one. Memory use is independent of the file size. Throws file
 * system errors with a code.
 */
export function scanFile(file: string, dialect: Dialect, visitor: RowVisitor, hash: Hash | null = null): Scan {
  const scan = new FileScan(dialect, visitor);
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw fileError(error, file);
  }
  try {
    const buffer = new Uint8Array(CHUNK + 4 * MAX_RECORD);
    let carriedBytes = 0;
    let bytes = 0;
    for (;;) {
      const bytesRead = readSync(handle, buffer, carriedBytes, CHUNK, bytes);
      hash?.update(buffer.subarray(carriedBytes, carriedBytes + bytesRead));
      bytes += bytesRead;
      const data = buffer.subarray(0, carriedBytes + bytesRead);
      const consumed = scan.consume(data, bytes - data.length, bytesRead === 0);
      if (bytesRead === 0) break;
      buffer.copyWithin(0, consumed, data.length);
      carriedBytes = data.length - consumed;
      visitor.progress?.(bytes);
    }
    const { rows, multiline, padded, carriageReturns, byteOrderMarks, unnormalised } = scan;
    return { rows, multiline, padded, carriageReturns, byteOrderMarks, unnormalised, bytes };
  } finally {
    closeSync(handle);
  }
}
