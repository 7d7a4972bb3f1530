import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Dialect } from '../detect/dialect.ts';
import { fileError } from '../detect/file-start.ts';
import { MAX_RECORD, RecordScanner } from './record-scanner.ts';

const CHUNK = 4 << 20;
/** Characters that are kept of a row that is set aside. */
export const TEXT_LIMIT = 2000;

/** The byte that stands between cells for the reader where it takes whole lines; a row must not contain it. */
export const UNIT_SEPARATOR = 31;

/** A row that is set aside, as it stands in the file. */
export interface Located {
  readonly line: number;
  readonly text: string;
}

export interface Visitor {
  /** Where a row, counted from 0 with those that have faults, came from; null where it stands in this file. */
  lineOf?(record: number): number | null;
  /** A whole row: `ordinal` counts those without a fault from 0. `text` reads it, cut off; `whole` reads all of it. */
  row?(ordinal: number, line: number, text: () => string, whole: () => string): void;
  fault?(row: Located & { reason: string }): void;
  /** Bytes that the reader must not see: faulty rows, and blank lines that are not quite empty. */
  leaveOut?(start: number, end: number): void;
  /** Called for each piece read. */
  progress?(bytes: number): void;
}

export interface Scan {
  /** Rows without a fault, the header not counted. */
  readonly rows: number;
  /** Whether a row spans several lines. */
  readonly multiline: boolean;
  /** Whether any cell begins or ends with a blank. */
  readonly padded: boolean;
  /** Whether there are carriage returns anywhere. */
  readonly carriageReturns: boolean;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Goes through a file once, record by record, with true line numbers (from 1; a record with line ends inside its quotes
 * spans several). Memory does not grow with the file. Throws what the file system says, with a code.
 */
export function scanFile(file: string, dialect: Dialect, visitor: Visitor): Scan {
  const scan = new FileScan(dialect, visitor);
  const hash = createHash('sha256');
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw fileError(error, file);
  }
  try {
    const buffer = new Uint8Array(CHUNK + 4 * MAX_RECORD);
    let kept = 0;
    let bytes = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, CHUNK, bytes);
      hash.update(buffer.subarray(kept, kept + read));
      bytes += read;
      const data = buffer.subarray(0, kept + read);
      const done = scan.take(data, bytes - data.length, read === 0);
      if (read === 0) break;
      buffer.copyWithin(0, done, data.length);
      kept = data.length - done;
      visitor.progress?.(bytes);
    }
    const { rows, multiline, carriageReturns } = scan;
    return { rows, multiline, padded: scan.padded, carriageReturns, bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
}

class FileScan {
  rows = 0;
  multiline = false;
  carriageReturns = false;
  private line = 1;
  /** Rows so far, faulty or not. */
  private records = 0;
  private headerPending: boolean;
  /** Whether the rest of an over-long row is being skipped. */
  private skipping = false;
  private first = true;
  private readonly scanner: RecordScanner;
  private readonly visitor: Visitor;
  private readonly newline: number;
  private readonly forbidden: readonly number[];
  private readonly wholeLines: boolean;

  constructor(dialect: Dialect, visitor: Visitor) {
    this.scanner = new RecordScanner(dialect);
    this.visitor = visitor;
    this.headerPending = dialect.header;
    this.newline = dialect.newline;
    this.wholeLines = dialect.separator === ' ' || dialect.columns === null;
    this.forbidden = this.wholeLines ? [0, UNIT_SEPARATOR] : [0];
  }

  get padded(): boolean {
    return this.scanner.padded;
  }

  /** Scans the records that end in the data, which begins at `offset` of the file; returns how many bytes it is done with. */
  take(data: Uint8Array, offset: number, last: boolean): number {
    let at = this.first && data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? 3 : 0;
    if (data.length > 0) this.first = false;
    const suspect = !this.isClean(data, last);
    this.carriageReturns ||= data.includes(13);
    const mayPass = !suspect && this.visitor.row === undefined;
    while (at < data.length) {
      if (this.skipping) {
        const lineEnd = data.indexOf(this.newline, at);
        const end = lineEnd < 0 ? data.length : lineEnd + 1;
        this.visitor.leaveOut?.(offset + at, offset + end);
        at = end;
        if (lineEnd < 0) return at;
        this.skipping = false;
        this.line++;
        continue;
      }
      if (mayPass && !this.headerPending) {
        const passed = this.scanner.skipPlain(data, at);
        this.rows += passed;
        this.records += passed;
        this.line += passed;
        at = this.scanner.end;
        if (at === data.length) break;
      }
      this.scanner.scan(data, at, last);
      if (this.scanner.end < 0) {
        if (data.length - at <= MAX_RECORD) return at;
        at = this.skipLong(data, at, offset);
        continue;
      }
      this.settle(data, at, this.scanner.end, offset, suspect);
      at = this.scanner.end;
    }
    return at;
  }

  private settle(data: Uint8Array, start: number, end: number, offset: number, suspect: boolean): void {
    const { scanner, visitor } = this;
    const line = this.line;
    this.line += scanner.lines;
    if (scanner.lines > 1) this.multiline = true;
    if (scanner.blank) {
      if (this.wholeLines || !isLineEnd(data, start, end)) visitor.leaveOut?.(offset + start, offset + end);
      return;
    }
    if (this.headerPending) {
      this.headerPending = false;
      return;
    }
    const from = this.placeOf(line);
    let fault = scanner.fault;
    if (suspect && fault === null) fault = this.faultOfBytes(data.subarray(start, end));
    if (end - start > MAX_RECORD) fault ??= tooLong;
    if (fault === null) {
      const whole = () => new TextDecoder().decode(data.subarray(start, end));
      visitor.row?.(this.rows, from, () => textOf(data, start, end), whole);
      this.rows++;
    } else {
      visitor.fault?.({ line: from, text: textOf(data, start, end), reason: fault });
      visitor.leaveOut?.(offset + start, offset + end);
    }
  }

  private skipLong(data: Uint8Array, start: number, offset: number): number {
    const lineEnd = data.indexOf(this.newline, start);
    const end = lineEnd < 0 ? data.length : lineEnd + 1;
    const reason = lineEnd < 0 || end - start > MAX_RECORD ? tooLong : 'a quotation mark is never closed';
    this.visitor.fault?.({ line: this.placeOf(this.line), text: textOf(data, start, end), reason });
    this.visitor.leaveOut?.(offset + start, offset + end);
    this.headerPending = false;
    if (lineEnd < 0) this.skipping = true;
    else this.line++;
    return end;
  }

  /** The line to name for the next row, which stands on this line here. */
  private placeOf(line: number): number {
    return this.visitor.lineOf?.(this.records++) ?? line;
  }

  private isClean(data: Uint8Array, last: boolean): boolean {
    if (this.forbidden.some((byte) => data.includes(byte))) return false;
    const whole = last ? data.length : data.lastIndexOf(this.newline) + 1;
    return isUtf8(data.subarray(0, whole));
  }

  private faultOfBytes(record: Uint8Array): string | null {
    if (this.forbidden.some((byte) => record.includes(byte))) return 'a control character stands in the row';
    return isUtf8(record) ? null : 'the row is not UTF-8';
  }
}

/** The reader skips lines that are quite empty by itself. */
function isLineEnd(data: Uint8Array, start: number, end: number): boolean {
  return data.subarray(start, end).every((byte) => byte === 10 || byte === 13);
}

const tooLong = 'the row is longer than a megabyte';

function textOf(data: Uint8Array, start: number, end: number): string {
  const text = new TextDecoder().decode(data.subarray(start, Math.min(end, start + 4 * TEXT_LIMIT)));
  return text.replace(/[\r\n]+$/, '').slice(0, TEXT_LIMIT);
}
