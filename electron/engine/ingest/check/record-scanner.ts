import type { RejectionReason } from '../../../../shared/domain/rejection.ts';
import type { Dialect } from '../detect/dialect.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const BLANK = 32;
const TAB = 9;

/**
 * Classes of bytes: part of a cell; end of a cell; end of a line; a blank; a byte at which `skipPlain` stops and leaves
 * the record to `scan`.
 */
const [PLAIN, CELL, LINE, GAP, SPECIAL] = [0, 1, 2, 3, 4];

/** Maximum length of a row in bytes; a quotation mark that is not closed within it is a fault. */
export const MAX_RECORD = 1 << 20;

/**
 * Finds the end of a record and checks its structure. It is the only structural check: the CSV reader accepts whatever
 * passes it. After `scan`, `end` is the byte after the record's line end (of the line with a misplaced quotation mark,
 * if that is the fault), `lines` the number of lines up to there, `fault` the fault, and `blank` whether it is a blank
 * line. `end` is -1 if the record continues beyond the data.
 */
export class RecordScanner {
  end = 0;
  lines = 0;
  blank = false;
  fault: RejectionReason | null = null;
  /** Whether any cell so far has a leading or trailing blank. */
  padded = false;

  private readonly separator: number;
  private readonly quoted: boolean;
  private readonly columns: number | null;
  private readonly newline: number;
  /** The class of each byte, for `skipPlain`. */
  private readonly byteClasses = new Uint8Array(256);

  constructor({ separator, quoted, columns, newline }: Dialect) {
    this.separator = separator.charCodeAt(0);
    this.quoted = quoted;
    this.columns = columns;
    this.newline = newline;
    for (const byte of [CR, quoted ? QUOTE : CR]) this.byteClasses[byte] = SPECIAL;
    this.byteClasses[BLANK] = GAP;
    this.byteClasses[this.separator] = CELL;
    this.byteClasses[newline] = LINE;
  }

  /** `last` means that the file ends where the data ends. */
  scan(data: Uint8Array, start: number, last: boolean): void {
    this.fault = null;
    this.blank = false;
    this.lines = 1;
    if (this.separator === BLANK || this.columns === null) this.scanLine(data, start, last);
    else this.scanCells(data, start, last);
  }

  /**
   * Skips records of one line each without quotation marks, carriage returns, padded cells or a wrong number of cells.
   * Nearly all records are such, and skipping takes a third of the time. Returns their number; `end` is where they end.
   */
  skipPlain(data: Uint8Array, start: number): number {
    const { byteClasses, columns } = this;
    this.end = start;
    if (this.separator === BLANK || columns === null || columns < 2) return 0;
    const length = data.length;
    let records = 0;
    let cells = 1;
    for (let at = start; at < length; at++) {
      const byteClass = byteClasses[data[at]!];
      if (byteClass === PLAIN) continue;
      if (byteClass === CELL) cells++;
      else if (byteClass === LINE) {
        if (cells !== columns || at - this.end >= MAX_RECORD) break;
        records++;
        cells = 1;
        this.end = at + 1;
      } else if (byteClass === SPECIAL || at + 1 >= length) break;
      else if (byteClasses[data[at - 1]!] !== PLAIN || byteClasses[data[at + 1]!] !== PLAIN) break;
    }
    return records;
  }

  private scanCells(data: Uint8Array, start: number, last: boolean): void {
    const { separator, quoted, newline } = this;
    const length = data.length;
    let cells = 1;
    let at = start;
    let cellStart = start;
    for (;;) {
      if (at >= length) {
        if (!last) {
          this.end = -1;
          return;
        }
        break;
      }
      const byte = data[at]!;
      if (byte === separator) {
        cells++;
        cellStart = at + 1;
      } else if (byte === newline) break;
      else if (byte === BLANK) {
        if (at === cellStart || isEdge(data[at + 1], separator)) this.padded = true;
        if (at === cellStart && quoted && data[at + 1] === QUOTE) cellStart++;
      } else if (byte === QUOTE && quoted && at === cellStart) {
        const after = this.skipQuoted(data, at, last);
        if (after < 0) return;
        at = after;
        continue;
      } else if (byte === CR && newline === LF) {
        if (at + 1 >= length && !last) {
          this.end = -1;
          return;
        }
        if (at + 1 < length && data[at + 1] !== LF) {
          this.fault = { code: 'carriage-return', params: {} };
        }
      }
      at++;
    }
    this.end = Math.min(at + 1, length);
    this.checkRecord(data, start, at, cellStart, cells);
  }

  /**
   * Returns the byte after the closing quotation mark, or -1 if the record is already decided: faulty or incomplete.
   */
  private skipQuoted(data: Uint8Array, open: number, last: boolean): number {
    const length = data.length;
    const before = this.lines;
    if (data[open + 1] === BLANK) this.padded = true;
    for (let at = open + 1; ; at++) {
      if (at >= length) {
        if (last || at - open > MAX_RECORD) this.rejectLine(data, open, last, before, 'open-quote');
        else this.end = -1;
        return -1;
      }
      const byte = data[at]!;
      if (byte === this.newline) this.lines++;
      else if (byte === QUOTE) {
        if (data[at - 1] === BLANK) this.padded = true;
        if (at + 1 >= length && !last) {
          this.end = -1;
          return -1;
        }
        const next = data[at + 1];
        if (next === QUOTE) at++;
        else if (at + 1 >= length || next === this.separator || next === this.newline) return at + 1;
        else if (next === CR && at + 2 >= length && !last) {
          this.end = -1;
          return -1;
        } else if (next === CR && (at + 2 >= length || data[at + 2] === LF)) return at + 1;
        else {
          this.rejectLine(data, open, last, before, 'text-after-quote');
          return -1;
        }
      }
    }
  }

  /**
   * Ends a faulty record after the line with the misplaced quotation mark, so that it does not swallow the following
   * lines.
   */
  private rejectLine(
    data: Uint8Array,
    open: number,
    last: boolean,
    lines: number,
    code: 'open-quote' | 'text-after-quote',
  ): void {
    const lineEnd = data.indexOf(this.newline, open);
    this.fault = { code, params: {} };
    this.end = lineEnd >= 0 ? lineEnd + 1 : last ? data.length : -1;
    this.lines = lines;
  }

  private checkRecord(data: Uint8Array, start: number, at: number, cellStart: number, cells: number): void {
    const end = at > start && data[at - 1] === CR && this.newline === LF ? at - 1 : at;
    if (cells === 1 && isBlank(data, start, end)) {
      this.blank = true;
      this.fault = null;
      return;
    }
    const extraIsEmpty = cells === (this.columns ?? 0) + 1 && cellStart >= end;
    if (this.fault === null && cells !== this.columns && !extraIsEmpty) {
      this.fault = wrongColumnCount(cells, this.columns ?? 0);
    }
  }

  /** Scans a line without quoting: cells separated by runs of blanks, or a whole sequence. */
  private scanLine(data: Uint8Array, start: number, last: boolean): void {
    const lineEnd = data.indexOf(this.newline, start);
    if (lineEnd < 0 && !last) {
      this.end = -1;
      return;
    }
    const stop = lineEnd < 0 ? data.length : lineEnd;
    this.end = lineEnd < 0 ? stop : lineEnd + 1;
    let cells = 0;
    let inCell = false;
    for (let at = start; at < stop; at++) {
      const byte = data[at]!;
      const isGap = byte === this.separator || byte === BLANK || byte === TAB || byte === CR;
      if (!isGap && !inCell) cells++;
      inCell = !isGap;
    }
    this.blank = cells === 0;
    if (this.blank) return;
    if (this.columns === null) {
      if (cells < 2) this.fault = { code: 'no-items', params: {} };
    } else if (cells !== this.columns) {
      this.fault = wrongColumnCount(cells, this.columns);
    }
  }
}

function wrongColumnCount(count: number, expected: number): RejectionReason {
  return { code: 'column-count', params: { count, expected } };
}

/** Whether a cell ends before this byte. */
function isEdge(byte: number | undefined, separator: number): boolean {
  return byte === separator || byte === LF || byte === CR || byte === undefined;
}

function isBlank(data: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (data[at] !== BLANK && data[at] !== TAB) return false;
  return true;
}
