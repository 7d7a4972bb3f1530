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
  private readonly open: number[] = [];
  private inText = false;
  /** Where the present document begins in the data; -1 between documents. */
  private start = -1;
  /** Up to where the data has been looked at. */
  private at = 0;
  private skipping = false;
  /** Whether a text of the present document was never closed. */
  private broken = false;
  /** Whether only blanks have come in the line. */
  private lineBegins = false;
  private readonly sink: Sink;
  private readonly truncated: boolean;
  private readonly inArray: boolean;

  /** In an array, its closing bracket ends it all. */
  constructor(sink: Sink, truncated: boolean, inArray: boolean) {
    this.sink = sink;
    this.truncated = truncated;
    this.inArray = inArray;
  }

  take(data: Uint8Array, last: boolean): number {
    for (; this.at < data.length && !this.finished; this.at++) {
      const byte = data[this.at]!;
      if (!this.inText) this.look(byte, data);
      else if (byte === BACKSLASH) this.at++;
      else if (byte === QUOTE) this.inText = false;
      else if (byte === LF) {
        this.inText = false;
        this.broken = true;
        this.lineBegins = true;
      }
    }
    if (last && !this.finished && !this.truncated) this.cutOff(data);
    return this.settle(data);
  }

  private look(byte: number, data: Uint8Array): void {
    if (this.broken) this.mend(byte, data);
    const between = this.open.length === 0;
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.close(byte, data);
    else if (between && (byte === COMMA || byte === LF || byte === 0x20 || byte === 0x0d || byte === 0x09)) {
      if (this.start >= 0) this.emit(data, this.at);
    } else {
      if (this.start < 0) this.start = this.at;
      if (byte === QUOTE) this.inText = true;
      else if ((byte === OPEN_OBJECT || byte === OPEN_ARRAY) && this.open.length < MAX_OPEN) this.open.push(byte);
    }
  }

  private mend(byte: number, data: Uint8Array): void {
    if (this.lineBegins && byte === OPEN_OBJECT) {
      this.open.length = 0;
      this.emit(data, this.at);
    }
    if (byte !== 0x20 && byte !== 0x09) this.lineBegins = byte === LF;
  }

  private close(byte: number, data: Uint8Array): void {
    if (this.open.length === 0) {
      if (this.start >= 0) this.emit(data, this.at);
      if (byte === CLOSE_ARRAY && this.inArray) this.finished = true;
      return;
    }
    const opened = this.open.lastIndexOf(byte === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_ARRAY);
    if (opened >= 0) this.open.length = opened;
    if (this.open.length === 0) this.emit(data, this.at + 1);
  }

  private emit(data: Uint8Array, end: number): void {
    if (this.skipping) this.skipping = false;
    else this.sink.document(data.subarray(this.start, end), ++this.number);
    this.start = -1;
    this.broken = false;
  }

  private cutOff(data: Uint8Array): void {
    if (this.start >= 0 && !this.skipping) {
      this.sink.fault(data.subarray(this.start), ++this.number, 'the document is cut off');
    } else if (this.inArray) this.sink.fault(data.subarray(0, 0), ++this.number, 'the file ends before its array does');
  }

  /** Lets go of what is done with, and of a document that is too long. */
  private settle(data: Uint8Array): number {
    if (this.start >= 0 && !this.skipping && data.length - this.start > MAX_DOCUMENT) {
      this.sink.fault(data.subarray(this.start), ++this.number, 'the document is longer than 8 megabytes');
      this.skipping = true;
    }
    const done = this.start >= 0 && !this.skipping ? this.start : data.length;
    this.at -= done;
    if (this.start >= 0) this.start = 0;
    return done;
  }
}
