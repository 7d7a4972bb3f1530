import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

interface HashOptions {
  /** Number of leading bytes to hash, so that a file that is growing is not followed; by default all. */
  readonly size?: number;
  /** Called with the number of bytes read; throws to abort. */
  readonly onProgress?: (bytes: number) => void;
}

/** Returns the SHA-256 of a file in hexadecimal. The file is read in pieces between which other work goes on. */
export async function hashFile(
  path: string,
  { size = Number.POSITIVE_INFINITY, onProgress = () => {} }: HashOptions = {},
): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  if (size > 0) {
    for await (const chunk of createReadStream(path, { end: size - 1, highWaterMark: 1 << 20 })) {
      hash.update(chunk);
      bytes += chunk.length;
      onProgress(bytes);
    }
  }
  return hash.digest('hex');
}
