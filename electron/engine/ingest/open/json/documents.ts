import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { RejectedRow } from '../../../../../shared/contract/import-rejected.ts';
import type { RejectionReason } from '../../../../../shared/domain/rejection.ts';
import { LineSplitter } from './line-splitter.ts';
import { MAX_DOCUMENT, type Sink, type Splitter } from './splitter.ts';
import { ValueSplitter } from './value-splitter.ts';

const CHUNK = 1 << 20;
const TEXT_LIMIT = 2000;

/**
 * Layout of the documents in a file: one per line, or one after another starting at a byte offset, in an array or bare.
 */
export type DocumentLayout =
  | { readonly kind: 'lines' }
  | { readonly kind: 'values'; readonly start: number; readonly array: boolean };

export interface DocumentVisitor {
  document(text: string, line: number): void;
  /** `line` is a line of the file, or the number of the document. */
  fault(row: RejectedRow): void;
  progress(bytes: number): void;
}

/** A UTF-8 text file of documents. */
export interface DocumentFile {
  readonly path: string;
  readonly layout: DocumentLayout;
  /** Whether the file is only the start of another, so that an incomplete last document is not a fault. */
  readonly truncated: boolean;
}

/** Visits the documents of a file once, in constant memory; reads at most about `limit` bytes. */
export function readDocuments(
  { path, layout, truncated }: DocumentFile,
  limit: number | null,
  visitor: DocumentVisitor,
): void {
  const sink = sinkOf(visitor);
  const splitter: Splitter =
    layout.kind === 'lines' ? new LineSplitter(sink, truncated) : new ValueSplitter(sink, truncated, layout.array);
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK + MAX_DOCUMENT);
    let at = layout.kind === 'lines' ? 0 : layout.start;
    for (let carried = 0; !splitter.finished; ) {
      const bytesRead = readSync(handle, buffer, carried, CHUNK, at);
      at += bytesRead;
      const data = buffer.subarray(0, carried + bytesRead);
      const consumed = splitter.consume(data, bytesRead === 0);
      if (bytesRead === 0) return;
      buffer.copyWithin(0, consumed, data.length);
      carried = data.length - consumed;
      visitor.progress(at);
      if (limit !== null && at >= limit) return;
    }
  } finally {
    closeSync(handle);
  }
}

function sinkOf(visitor: DocumentVisitor): Sink {
  const fault = (bytes: Uint8Array, line: number, reason: RejectionReason) =>
    visitor.fault({ line, reason, text: decoder.decode(bytes.subarray(0, 4 * TEXT_LIMIT)).slice(0, TEXT_LIMIT) });
  return {
    fault,
    document(bytes, line) {
      if (!isUtf8(bytes)) {
        fault(bytes, line, { code: 'not-utf8', params: {} });
        return;
      }
      const text = decoder.decode(bytes);
      if (text.trim() !== '') visitor.document(text, line);
    },
  };
}

const decoder = new TextDecoder();
