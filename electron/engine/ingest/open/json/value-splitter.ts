import { MAX_DOCUMENT, type Sink, type Splitter } from './splitter.ts';

const LF = 10;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Brackets that are remembered as open; nothing nested deeper is a document. */
const MAX_OPEN = 1000;

/**
 * Documents behind one another, numbered from 1, which may span lines. Only brackets and quotation marks are looked at. A
 * bracket that does not fit closes those inside the one that it fits, a text ends with its line, and behind one that was
 * never closed an object at the beginning of a line is a new document: a broken one must not take the rest with it.
 */
export class ValueSplitter implements Splitter {
  finished = false;
  private number = 0;
  private readonly openBrackets: number[] = [];
  private inText = false;
  /** Where the present document begins in the data; -1 between documents. */
  private start = -1;
  /** Up to where the data has been looked at. */
  private at = 0;
  private skipping = false;
  /** Whether a text of the present document was never closed. */
  private hasUnclosedText = false;
  /** Whether only blanks have come in the line. */
  private isAtLineStart = false;
  private readonly sink: Sink;
  private readonly truncated: boolean;
  private readonly inArray: boolean;

  /** In an array, its closing bracket ends it all. */
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
      this.sink.fault(data.subarray(this.start), ++this.number, 'the document is cut off');
    } else if (this.inArray) this.sink.fault(data.subarray(0, 0), ++this.number, 'the file ends before its array does');
  }

  /** Lets go of what is done with, and of a document that is too long. */
  private discardConsumed(data: Uint8Array): number {
    if (this.start >= 0 && !this.skipping && data.length - this.start > MAX_DOCUMENT) {
      this.sink.fault(data.subarray(this.start), ++this.number, 'the document is longer than 8 megabytes');
      this.skipping = true;
    }
    const consumed = this.start >= 0 && !this.skipping ? this.start : data.length;
    this.at -= consumed;
    if (this.start >= 0) this.start = 0;
    return consumed;
  }
}
