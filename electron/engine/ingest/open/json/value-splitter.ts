import { documentTooLong, MAX_DOCUMENT, type Sink, type Splitter } from './splitter.ts';

const LF = 10;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Maximum number of open brackets tracked; documents nested deeper are not valid. */
const MAX_OPEN = 1000;

/**
 * Splits consecutive documents, which may span lines; numbers them from 1. Examines only brackets and quotation marks.
 * Recovers from errors so that a broken document does not affect the following ones: a mismatched closing bracket
 * closes all brackets inside its opening one, a string ends at the end of its line, and after an unclosed string an
 * object at the start of a line begins a new document.
 */
export class ValueSplitter implements Splitter {
  finished = false;
  private number = 0;
  private readonly openBrackets: number[] = [];
  private inText = false;
  /** Offset of the current document in the data; -1 between documents. */
  private start = -1;
  /** Offset of the next byte to examine. */
  private at = 0;
  private skipping = false;
  /** Whether a string of the current document was not closed. */
  private hasUnclosedText = false;
  /** Whether the current line has only whitespace so far. */
  private isAtLineStart = false;
  private readonly sink: Sink;
  private readonly truncated: boolean;
  private readonly inArray: boolean;

  /** If `inArray` is set, the closing bracket of the array ends the input. */
  constructor(sink: Sink, truncated: boolean, inArray: boolean) {
    this.sink = sink;
    this.truncated = truncated;
    this.inArray = inArray;
  }

  consume(data: Uint8Array, last: boolean): number {
    for (; this.at < data.length && !this.finished; this.at++) {
      const byte = data[this.at]!;
      if (!this.inText) this.processByte(byte, data);
      else if (byte === BACKSLASH) this.at++;
      else if (byte === QUOTE) this.inText = false;
      else if (byte === LF) {
        this.inText = false;
        this.hasUnclosedText = true;
        this.isAtLineStart = true;
      }
    }
    if (last && !this.finished && !this.truncated) this.reportCutOff(data);
    return this.discardConsumed(data);
  }

  private processByte(byte: number, data: Uint8Array): void {
    if (this.hasUnclosedText) this.recover(byte, data);
    const isBetween = this.openBrackets.length === 0;
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.close(byte, data);
    else if (isBetween && (byte === COMMA || byte === LF || byte === 0x20 || byte === 0x0d || byte === 0x09)) {
      if (this.start >= 0) this.emit(data, this.at);
    } else {
      if (this.start < 0) this.start = this.at;
      if (byte === QUOTE) this.inText = true;
      else if ((byte === OPEN_OBJECT || byte === OPEN_ARRAY) && this.openBrackets.length < MAX_OPEN)
        this.openBrackets.push(byte);
    }
  }

  private recover(byte: number, data: Uint8Array): void {
    if (this.isAtLineStart && byte === OPEN_OBJECT) {
      this.openBrackets.length = 0;
      this.emit(data, this.at);
    }
    if (byte !== 0x20 && byte !== 0x09) this.isAtLineStart = byte === LF;
  }

  private close(byte: number, data: Uint8Array): void {
    if (this.openBrackets.length === 0) {
      if (this.start >= 0) this.emit(data, this.at);
      if (byte === CLOSE_ARRAY && this.inArray) this.finished = true;
      return;
    }
    const openIndex = this.openBrackets.lastIndexOf(byte === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_ARRAY);
    if (openIndex >= 0) this.openBrackets.length = openIndex;
    if (this.openBrackets.length === 0) this.emit(data, this.at + 1);
  }

  private emit(data: Uint8Array, end: number): void {
    if (this.skipping) this.skipping = false;
    else this.sink.document(data.subarray(this.start, end), ++this.number);
    this.start = -1;
    this.hasUnclosedText = false;
  }

  private reportCutOff(data: Uint8Array): void {
    if (this.start >= 0 && !this.skipping) {
      this.sink.fault(data.subarray(this.start), ++this.number, { code: 'cut-off', params: {} });
    } else if (this.inArray) this.sink.fault(data.subarray(0, 0), ++this.number, { code: 'array-cut-off', params: {} });
  }

  /** Discards consumed data, and the data of an overlong document; returns the number of bytes discarded. */
  private discardConsumed(data: Uint8Array): number {
    if (this.start >= 0 && !this.skipping && data.length - this.start > MAX_DOCUMENT) {
      this.sink.fault(data.subarray(this.start), ++this.number, documentTooLong);
      this.skipping = true;
    }
    const consumed = this.start >= 0 && !this.skipping ? this.start : data.length;
    this.at -= consumed;
    if (this.start >= 0) this.start = 0;
    return consumed;
  }
}
