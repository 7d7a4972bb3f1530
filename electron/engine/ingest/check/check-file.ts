import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { RejectedRow } from '../../../../shared/contract/import-rejected.ts';
import type { Dialect } from '../detect/dialect.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import { type Scan, scanFile } from './scan-file.ts';

/** Maximum number of rejected rows stored with their text; further ones are only counted. */
export const MAX_STORED_REJECTED = 100_000;

export interface CheckedFile extends Scan {
  /** Path of the file to read: the original, or a copy without the faulty rows. */
  readonly clean: string;
  readonly rejected: RejectedRow[];
  readonly faults: number;
}

/**
 * Checks the structure of every row. If some are faulty, or the file contains carriage returns, writes a cleaned copy
 * to `copy`.
 */
export function checkFile(
  { path: file, lineOf }: Pick<OpenedTable, 'path' | 'lineOf'>,
  dialect: Dialect,
  copy: string,
  progress: (bytes: number) => void,
): CheckedFile {
  const rejected: RejectedRow[] = [];
  const ranges: number[] = [];
  let faults = 0;
  const scan = scanFile(file, dialect, {
    progress,
    lineOf,
    fault(row) {
      faults++;
      if (rejected.length < MAX_STORED_REJECTED) rejected.push(row);
    },
    exclude(start, end) {
      if (ranges.at(-1) === start) ranges[ranges.length - 1] = end;
      else ranges.push(start, end);
    },
  });
  const needsCopy = ranges.length > 0 || scan.carriageReturns;
  if (needsCopy) copyWithout(file, copy, ranges, scan.bytes, dialect.newline);
  return { ...scan, clean: needsCopy ? copy : file, rejected, faults };
}

/**
 * Copies a file without the given byte ranges (start, end, start, end, … in ascending order). All line endings become
 * LF, the only kind that the CSV reader always accepts.
 */
function copyWithout(file: string, copy: string, ranges: readonly number[], bytes: number, newline: 10 | 13): void {
  const from = openSync(file, 'r');
  const to = openSync(copy, 'w');
  try {
    const buffer = new Uint8Array(1 << 20);
    let at = 0;
    for (let r = 0; r <= ranges.length; r += 2) {
      const end = ranges[r] ?? bytes;
      while (at < end) {
        const read = readSync(from, buffer, 0, Math.min(buffer.length, end - at), at);
        if (read === 0) break;
        const output = buffer.subarray(0, toLineFeeds(buffer, read, newline));
        for (let written = 0; written < output.length; ) written += writeSync(to, output, written);
        at += read;
      }
      at = ranges[r + 1] ?? bytes;
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

/**
 * Removes carriage returns, or converts them to line feeds if they are the line endings; returns the remaining number
 * of bytes.
 */
function toLineFeeds(buffer: Uint8Array, length: number, newline: 10 | 13): number {
  let outLength = 0;
  for (let at = 0; at < length; at++) {
    const byte = buffer[at]!;
    if (byte !== 13) buffer[outLength++] = byte;
    else if (newline === 13) buffer[outLength++] = 10;
  }
  return outLength;
}
