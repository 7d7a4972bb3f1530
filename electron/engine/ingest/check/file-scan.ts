import { isUtf8 } from 'node:buffer';
import type { RejectionReason } from '../../../../shared/domain/rejection.ts';
import type { Dialect } from '../detect/dialect.ts';
import { MAX_RECORD, RecordScanner } from './record-scanner.ts';
import { type RowVisitor, TEXT_LIMIT, UNIT_SEPARATOR } from './row-visitor.ts';
import { mayBeUnnormalised } from './unnormalised-cells.ts';

/** U+FEFF in UTF-8. */
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** State of a scan of a file, which is consumed in chunks. */
export class FileScan {
  rows = 0;
  multiline = false;
  carriageReturns = false;
  byteOrderMarks = false;
  unnormalised = false;
  private line = 1;
  /** Number of rows so far, valid or faulty. */
  private records = 0;
  private headerPending: boolean;
  /** Number of lines above the table that are still to come. */
  private preamble: number;
  /** Whether the remainder of an over-long row is being skipped. */
  private skipping = false;
  private isFirstChunk = true;
  private readonly scanner: RecordScanner;
  private readonly visitor: RowVisitor;
  private readonly newline: number;
  private readonly separator: string;
  private readonly forbiddenBytes: readonly number[];
  private readonly wholeLines: boolean;

  constructor(dialect: Dialect, visitor: RowVisitor) {
    this.scanner = new RecordScanner(dialect);
    this.visitor = visitor;
    this.headerPending = dialect.header;
    this.preamble = dialect.preamble ?? 0;
    this.newline = dialect.newline;
    this.separator = dialect.separator;
    this.wholeLines = dialect.separator === ' ' || dialect.columns === null;
    this.forbiddenBytes = this.wholeLines ? [0, UNIT_SEPARATOR] : [0];
  }

  get padded(): boolean {
    return this.scanner.padded;
  }

  /**
   * Scans the complete records in the data, which starts at `offset` of the file; returns the number of bytes consumed.
   */
  consume(data: Uint8Array, offset: number, last: boolean): number {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.length);
    let at = this.isFirstChunk && bytes.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0;
    if (data.length > 0) this.isFirstChunk = false;
    this.byteOrderMarks ||= bytes.includes(BYTE_ORDER_MARK, at);
    this.unnormalised ||= mayBeUnnormalised(bytes, this.separator);
    const mayBeInvalid = !this.isClean(data, last);
    this.carriageReturns ||= data.includes(13);
    const canSkip = !mayBeInvalid && this.visitor.row === undefined;
    while (at < data.length) {
      if (this.preamble > 0) {
        const lineEnd = data.indexOf(this.newline, at);
        if (lineEnd < 0 && !last) return at;
        at = this.skipTitle(data, at, lineEnd < 0 ? data.length : lineEnd + 1, offset);
        continue;
      }
      if (this.skipping) {
        const lineEnd = data.indexOf(this.newline, at);
        const end = lineEnd < 0 ? data.length : lineEnd + 1;
        this.visitor.exclude?.(offset + at, offset + end);
        at = end;
        if (lineEnd < 0) return at;
        this.skipping = false;
        this.line++;
        continue;
      }
      if (canSkip && !this.headerPending) {
        const skippedRecords = this.scanner.skipPlain(data, at);
        this.rows += skippedRecords;
        this.records += skippedRecords;
        this.line += skippedRecords;
        at = this.scanner.end;
        if (at === data.length) break;
      }
      this.scanner.scan(data, at, last);
      if (this.scanner.end < 0) {
        if (data.length - at <= MAX_RECORD) return at;
        at = this.skipLong(data, at, offset);
        continue;
      }
      this.visitRecord(data, at, this.scanner.end, offset, mayBeInvalid);
      at = this.scanner.end;
    }
    return at;
  }

  private visitRecord(data: Uint8Array, start: number, end: number, offset: number, mayBeInvalid: boolean): void {
    const { scanner, visitor } = this;
    const line = this.line;
    this.line += scanner.lines;
    if (scanner.lines > 1) this.multiline = true;
    if (scanner.blank) {
      if (this.wholeLines || !isLineEnd(data, start, end)) visitor.exclude?.(offset + start, offset + end);
      return;
    }
    if (this.headerPending) {
      this.headerPending = false;
      return;
    }
    const sourceLine = this.nextSourceLine(line);
    let fault = scanner.fault;
    if (mayBeInvalid && fault === null) fault = this.faultOfBytes(data.subarray(start, end));
    if (end - start > MAX_RECORD) fault ??= tooLong;
    if (fault === null) {
      const fullText = () => new TextDecoder().decode(data.subarray(start, end));
      visitor.row?.(this.rows, sourceLine, () => textOf(data, start, end), fullText);
      this.rows++;
    } else {
      visitor.fault?.({ line: sourceLine, text: textOf(data, start, end), reason: fault });
      visitor.exclude?.(offset + start, offset + end);
    }
  }

  /** Excludes a line above the table; it is a fault unless it is blank or names the separator. */
  private skipTitle(data: Uint8Array, start: number, end: number, offset: number): number {
    const text = textOf(data, start, end);
    if (text.trim() !== '' && !/^"?sep=."?\s*$/i.test(text))
      this.visitor.fault?.({ line: this.line, text, reason: title });
    this.visitor.exclude?.(offset + start, offset + end);
    this.preamble--;
    this.line++;
    return end;
  }

  private skipLong(data: Uint8Array, start: number, offset: number): number {
    const lineEnd = data.indexOf(this.newline, start);
    const end = lineEnd < 0 ? data.length : lineEnd + 1;
    const reason = lineEnd < 0 || end - start > MAX_RECORD ? tooLong : openQuote;
    this.visitor.fault?.({ line: this.nextSourceLine(this.line), text: textOf(data, start, end), reason });
    this.visitor.exclude?.(offset + start, offset + end);
    this.headerPending = false;
    if (lineEnd < 0) this.skipping = true;
    else this.line++;
    return end;
  }

  /** Returns the line to report for the next row, which is on line `line` of this file. */
  private nextSourceLine(line: number): number {
    return this.visitor.lineOf?.(this.records++) ?? line;
  }

  private isClean(data: Uint8Array, last: boolean): boolean {
    if (this.forbiddenBytes.some((byte) => data.includes(byte))) return false;
    const completeLength = last ? data.length : data.lastIndexOf(this.newline) + 1;
    return isUtf8(data.subarray(0, completeLength));
  }

  private faultOfBytes(record: Uint8Array): RejectionReason | null {
    if (this.forbiddenBytes.some((byte) => record.includes(byte))) return { code: 'control-character', params: {} };
    return isUtf8(record) ? null : { code: 'not-utf8', params: {} };
  }
}

/** Whether the bytes are only a line end: the CSV reader skips such empty lines itself. */
function isLineEnd(data: Uint8Array, start: number, end: number): boolean {
  return data.subarray(start, end).every((byte) => byte === 10 || byte === 13);
}

const title: RejectionReason = { code: 'title', params: {} };
const tooLong: RejectionReason = { code: 'row-too-long', params: {} };
const openQuote: RejectionReason = { code: 'open-quote', params: {} };

function textOf(data: Uint8Array, start: number, end: number): string {
  const text = new TextDecoder().decode(data.subarray(start, Math.min(end, start + 4 * TEXT_LIMIT)));
  return text.replace(/[\r\n]+$/, '').slice(0, TEXT_LIMIT);
}
