/** Documents longer than this are set aside. */
export const MAX_DOCUMENT = 8 << 20;

/** Finds the documents in what has been read so far. */
export interface Splitter {
  /** Returns with how many bytes it is done; no more than `MAX_DOCUMENT` are left. */
  consume(data: Uint8Array, last: boolean): number;
  readonly finished: boolean;
}

/** What a splitter does with what it has found. */
export interface Sink {
  document(bytes: Uint8Array, line: number): void;
  /** `bytes` is at least the beginning of what is wrong. */
  fault(bytes: Uint8Array, line: number, reason: string): void;
}
