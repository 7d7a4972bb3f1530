import type { RejectionReason } from '../../../../../shared/domain/rejection.ts';

/** Maximum size of a document in bytes; longer ones are rejected. */
export const MAX_DOCUMENT = 8 << 20;

export const documentTooLong: RejectionReason = {
  code: 'document-too-long',
  params: { megabytes: MAX_DOCUMENT >> 20 },
};

/** Splits the data read so far into documents. */
export interface Splitter {
  /** Returns the number of bytes consumed; at most `MAX_DOCUMENT` bytes remain. */
  consume(data: Uint8Array, last: boolean): number;
  readonly finished: boolean;
}

/** Receives the documents and faults found by a splitter. */
export interface Sink {
  document(bytes: Uint8Array, line: number): void;
  /** `bytes` holds at least the start of the faulty document. */
  fault(bytes: Uint8Array, line: number, reason: RejectionReason): void;
}
