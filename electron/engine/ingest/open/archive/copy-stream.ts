import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { writeFully } from '../table-writer.ts';

/** A copy of a stream's bytes, perhaps only of its beginning. */
export interface CopyResult {
  readonly bytes: number;
  /** Whether the stream went on. */
  readonly truncated: boolean;
}

/**
 * Writes a stream to a file, behind what is there where `append` says so, at most about `limit` bytes of it; `take` sees
 * each piece before it is written.
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
