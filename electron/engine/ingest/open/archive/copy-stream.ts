import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { writeFully } from '../table-writer.ts';

/**
 * Chunk size of decompressors, in bytes. With the default of 16 KiB, passing the chunks on takes as long as
 * decompression.
 */
export const PIECE_BYTES = 1 << 18;

/** Result of copying a stream, possibly only its start. */
export interface CopyResult {
  readonly bytes: number;
  /** Whether the stream was longer than what was copied. */
  readonly truncated: boolean;
}

/**
 * Writes a stream to a file, appending to it if `append` is set, and stops after about `limit` bytes; calls `onChunk`
 * with each chunk before it is written.
 */
export async function copyStream(
  stream: Readable,
  path: string,
  limit: number | null,
  append: boolean,
  onChunk: (piece: Uint8Array) => void,
): Promise<CopyResult> {
  const handle = openSync(path, append ? 'a' : 'w');
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      if (limit !== null && bytes >= limit) return { bytes, truncated: true };
      onChunk(chunk);
      writeFully(handle, chunk);
      bytes += chunk.length;
    }
    return { bytes, truncated: false };
  } finally {
    closeSync(handle);
    stream.destroy();
  }
}
