import { documentTooLong, MAX_DOCUMENT, type Sink, type Splitter } from './splitter.ts';

/** Splits a file with one document per line; lines are numbered from 1. */
export class LineSplitter implements Splitter {
  readonly finished = false;
  private line = 0;
  /** Whether the remainder of an overlong line is being skipped. */
  private skipping = false;
  private readonly sink: Sink;
  private readonly truncated: boolean;

  constructor(sink: Sink, truncated: boolean) {
    this.sink = sink;
    this.truncated = truncated;
  }

  consume(data: Uint8Array, last: boolean): number {
    let at = 0;
    while (at < data.length) {
      const lineEnd = data.indexOf(10, at);
      if (lineEnd < 0 && !last) return this.carryOver(data, at);
      const end = lineEnd < 0 ? data.length : lineEnd;
      this.line++;
      if (this.skipping) this.skipping = false;
      else if (lineEnd >= 0 || !this.truncated) this.sink.document(data.subarray(at, end), this.line);
      at = end + 1;
    }
    return data.length;
  }

  private carryOver(data: Uint8Array, at: number): number {
    if (!this.skipping && data.length - at <= MAX_DOCUMENT) return at;
    if (!this.skipping) this.sink.fault(data.subarray(at), this.line + 1, documentTooLong);
    this.skipping = true;
    return data.length;
  }
}
