import { closeSync, openSync, readSync } from 'node:fs';
import type { Encoding } from '../../../../../shared/contract/ingest.ts';
import { writeWhole } from '../table-writer.ts';

const CHUNK = 1 << 20;

/**
 * Writes a copy of a text file in UTF-8, at most about `limit` bytes of it; what has no meaning in its encoding becomes
 * U+FFFD. Memory does not grow with the file. Returns whether the file goes on.
 */
export function decodeFile(
  path: string,
  encoding: Encoding,
  copy: string,
  limit: number | null,
  progress: (bytes: number) => void,
  chunk = CHUNK,
): boolean {
  const from = openSync(path, 'r');
  const to = openSync(copy, 'w');
  try {
    const decoder = new TextDecoder(encoding);
    const buffer = Buffer.alloc(chunk);
    for (let bytes = 0; ; ) {
      const read = readSync(from, buffer, 0, chunk, bytes);
      bytes += read;
      writeWhole(to, Buffer.from(decoder.decode(buffer.subarray(0, read), { stream: read > 0 })));
      if (read === 0) return false;
      progress(bytes);
      if (limit !== null && bytes >= limit) return true;
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
}
