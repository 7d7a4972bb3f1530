import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { RejectedRow } from '../../../../shared/contract/ingest.ts';
import type { Dialect } from '../detect/dialect.ts';
import type { Opened } from '../open/opened-table.ts';
import { type Scan, scanFile } from './scan-file.ts';

/** Rows that are kept with their text; beyond it they are only counted. */
export const KEPT_REJECTED = 100_000;

export interface Checked extends Scan {
  /** The file to read: the original, or a copy without what is faulty. */
  readonly clean: string;
  readonly rejected: RejectedRow[];
  readonly faults: number;
}

/** Checks the structure of every row. Where some are faulty, or lines do not end in LF, a copy without that is made at `copy`. */
export function checkFile(
  { path: file, lineOf }: Pick<Opened, 'path' | 'lineOf'>,
  dialect: Dialect,
  copy: string,
  progress: (bytes: number) => void,
): Checked {
  const rejected: RejectedRow[] = [];
  const ranges: number[] = [];
  let faults = 0;
  const scan = scanFile(file, dialect, {
    progress,
    lineOf,
    fault(row) {
      faults++;
      if (rejected.length < KEPT_REJECTED) rejected.push(row);
    },
    leaveOut(start, end) {
      if (ranges.at(-1) === start) ranges[ranges.length - 1] = end;
      else ranges.push(start, end);
    },
  });
  const needsCopy = ranges.length > 0 || scan.carriageReturns;
  if (needsCopy) copyWithout(file, copy, ranges, scan.bytes, dialect.newline);
  return { ...scan, clean: needsCopy ? copy : file, rejected, faults };
}

/**
 * Copies a file without the given ranges of bytes: start and end after start and end, ascending. All line ends become LF,
 * the only kind that the reader takes in every place.
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
        const kept = buffer.subarray(0, toLineFeeds(buffer, read, newline));
        for (let written = 0; written < kept.length; ) written += writeSync(to, kept, written);
        at += read;
      }
      at = ranges[r + 1] ?? bytes;
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
}

/** Drops carriage returns, or turns them into line feeds where they end the lines; returns how many bytes are left. */
function toLineFeeds(buffer: Uint8Array, length: number, newline: 10 | 13): number {
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const byte = buffer[at]!;
    if (byte !== 13) buffer[kept++] = byte;
    else if (newline === 13) buffer[kept++] = 10;
  }
  return kept;
}
