import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Computes the SHA-256 of the first `size` bytes of a file, in hexadecimal; the limit keeps it from following a file
 * that is growing.
 */
export function hashFile(path: string, size: number, progress: (bytes: number) => void): string {
  const hash = createHash('sha256');
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    for (let bytes = 0; ; ) {
      const bytesRead = readSync(handle, buffer, 0, Math.min(buffer.length, size - bytes), bytes);
      if (bytesRead === 0) return hash.digest('hex');
      bytes += bytesRead;
      hash.update(buffer.subarray(0, bytesRead));
      progress(bytes);
    }
  } finally {
    closeSync(handle);
  }
}
