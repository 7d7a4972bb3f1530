import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { writeWhole } from '../table-writer.ts';

/** A copy of a stream's bytes, perhaps only of its beginning. */
export interface Copied {
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
  take: (piece: Uint8Array) => void,
): Promise<Copied> {
  const handle = openSync(path, append ? 'a' : 'w');
  let bytes = 0;
  try {
    for await (const piece of stream) {
      if (limit !== null && bytes >= limit) return { bytes, truncated: true };
      take(piece);
      writeWhole(handle, piece);
      bytes += piece.length;
    }
    return { bytes, truncated: false };
  } finally {
    closeSync(handle);
    stream.destroy();
  }
}
