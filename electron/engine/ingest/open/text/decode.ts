import { closeSync, openSync, readSync } from 'node:fs';
import type { Encoding } from '../../../../../shared/contract/import-file.ts';
import { writeFully } from '../table-writer.ts';

const CHUNK = 1 << 20;

/**
 * Writes a UTF-8 copy of a text file, of at most about `limit` bytes; invalid bytes become U+FFFD. Uses constant
 * memory. Returns whether the file is longer.
 */
export function decodeFile(
  path: string,
  encoding: Encoding,
  copy: string,
  limit: number | null,
  progress: (bytes: number) => void,
  chunk = CHUNK,
): boolean {
  const input = openSync(path, 'r');
  const output = openSync(copy, 'w');
  try {
    const decoder = new TextDecoder(encoding);
    const buffer = Buffer.alloc(chunk);
    for (let bytes = 0; ; ) {
      const bytesRead = readSync(input, buffer, 0, chunk, bytes);
      bytes += bytesRead;
      writeFully(output, Buffer.from(decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 })));
      if (bytesRead === 0) return false;
      progress(bytes);
      if (limit !== null && bytes >= limit) return true;
    }
  } finally {
    closeSync(input);
    closeSync(output);
  }
}
