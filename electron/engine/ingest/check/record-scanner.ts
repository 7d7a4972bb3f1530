import type { Dialect } from '../detect/dialect.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const BLANK = 32;
const TAB = 9;

/** A byte of a cell; one that ends a cell or a line; a blank; one that `skipPlain` leaves to `scan`. */
const [PLAIN, CELL, LINE, GAP, LOOK] = [0, 1, 2, 3, 4];

/** Rows longer than this are set aside; a quotation mark that is not closed within it is a fault. */
export const MAX_RECORD = 1 << 20;

/**
 * Finds where one record ends and whether it has the right shape. It is the only judge of structure: what it passes, the
 * reader behind it reads without complaint. After `scan`, `end` is the byte after the record's line end (of its first
 * line, where the record is faulty because a quotation mark misleads), `lines` how many lines that spans, `fault` what is
 * wrong, and `blank` whether it is an empty line. `end` is -1 where the record goes on beyond the data.
 */
export class RecordScanner {
  end = 0;
  lines = 0;
  blank = false;
  fault: string | null = null;
  /** Whether any cell so far began or ended with a blank. */
  padded = false;

  private readonly separator: number;
  private readonly quoted: boolean;
  private readonly columns: number | null;
  private readonly newline: number;
  /** What each byte means to `skipPlain`. */
  private readonly meaning = new Uint8Array(256);

  constructor({ separator, quoted, columns, newline }: Dialect) {
    this.separator = separator.charCodeAt(0);
    this.quoted = quoted;
    this.columns = columns;
    this.newline = newline;
    for (const byte of [CR, quoted ? QUOTE : CR]) this.meaning[byte] = LOOK;
    this.meaning[BLANK] = GAP;
    this.meaning[this.separator] = CELL;
    this.meaning[newline] = LINE;
  }

  /** `last` says that the file ends where the data ends. */
  scan(data: Uint8Array, start: number, last: boolean): void {
    this.fault = null;
    this.blank = false;
    this.lines = 1;
    if (this.separator === BLANK || this.columns === null) this.scanLine(data, start, last);
    else this.scanCells(data, start, last);
  }

  /**
   * Passes over records of one line each that have nothing particular: no quotation mark, no blank at the edge of a cell, the
   * right number of cells. Nearly all do, and this takes a third of the time. Returns their number; `end` is where they end.
   */
  skipPlain(data: Uint8Array, start: number): number {
    const { meaning, columns } = this;
    this.end = start;
    if (this.separator === BLANK || columns === null || columns < 2) return 0;
    const length = data.length;
    let records = 0;
    let cells = 1;
    for (let at = start; at < length; at++) {
      const what = meaning[data[at]!];
      if (what === PLAIN) continue;
      if (what === CELL) cells++;
      else if (what === LINE) {
        if (cells !== columns || at - this.end >= MAX_RECORD) break;
        records++;
        cells = 1;
        this.end = at + 1;
      } else if (what === LOOK || at + 1 >= length) break;
      else if (meaning[data[at - 1]!] !== PLAIN || meaning[data[at + 1]!] !== PLAIN) break;
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
        if (at + 1 < length && data[at + 1] !== LF) this.fault = 'a carriage return stands in the middle of the row';
      }
      at++;
    }
    this.end = Math.min(at + 1, length);
    this.judge(data, start, at, cellStart, cells);
  }

  /** Returns the byte after the closing quotation mark, or -1 where the record has been settled. */
  private skipQuoted(data: Uint8Array, open: number, last: boolean): number {
    const length = data.length;
    const before = this.lines;
    if (data[open + 1] === BLANK) this.padded = true;
    for (let at = open + 1; ; at++) {
      if (at >= length) {
        if (last || at - open > MAX_RECORD) this.giveUp(data, open, last, before, 'a quotation mark is never closed');
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
          this.giveUp(data, open, last, before, 'text stands behind a closing quotation mark');
          return -1;
        }
      }
    }
  }

  /** Sets aside only the line on which a misleading quotation mark stands, so that it does not swallow what follows. */
  private giveUp(data: Uint8Array, open: number, last: boolean, lines: number, fault: string): void {
    const lineEnd = data.indexOf(this.newline, open);
    this.fault = fault;
    this.end = lineEnd >= 0 ? lineEnd + 1 : last ? data.length : -1;
    this.lines = lines;
  }

  private judge(data: Uint8Array, start: number, at: number, cellStart: number, cells: number): void {
    const end = at > start && data[at - 1] === CR && this.newline === LF ? at - 1 : at;
    if (cells === 1 && isBlank(data, start, end)) {
      this.blank = true;
      this.fault = null;
      return;
    }
    const extraIsEmpty = cells === (this.columns ?? 0) + 1 && cellStart >= end;
    if (this.fault === null && cells !== this.columns && !extraIsEmpty) {
      this.fault = `${cells} ${cells === 1 ? 'column' : 'columns'} instead of ${this.columns}`;
    }
  }

  /** Without quotation marks: cells between runs of blanks, or a whole sequence. */
  private scanLine(data: Uint8Array, start: number, last: boolean): void {
    const found = data.indexOf(this.newline, start);
    if (found < 0 && !last) {
      this.end = -1;
      return;
    }
    const stop = found < 0 ? data.length : found;
    this.end = found < 0 ? stop : found + 1;
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
      if (cells < 2) this.fault = 'a user without items';
    } else if (cells !== this.columns) {
      this.fault = `${cells} ${cells === 1 ? 'column' : 'columns'} instead of ${this.columns}`;
    }
  }
}

/** Whether a cell ends before this byte. */
function isEdge(byte: number | undefined, separator: number): boolean {
  return byte === separator || byte === LF || byte === CR || byte === undefined;
}

function isBlank(data: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (data[at] !== BLANK && data[at] !== TAB) return false;
  return true;
}
