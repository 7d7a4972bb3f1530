import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const FILE_START_BYTES = 512 * 1024;
const CHUNKS = 64;
const CHUNK_BYTES = 16 * 1024;

/**
 * Returns bytes for detecting a file's encoding: its start and, if that is all ASCII, whole lines from all over the
 * file, as non-ASCII names may occur late.
 */
export function sampleOf(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const fileStart = readAt(handle, 0, FILE_START_BYTES);
    if (size <= FILE_START_BYTES || !isAscii(fileStart)) return fileStart;
    const chunks = Array.from({ length: CHUNKS }, (_, n) => {
      const chunk = readAt(
        handle,
        FILE_START_BYTES + Math.floor(((size - FILE_START_BYTES) * n) / CHUNKS),
        CHUNK_BYTES,
      );
      return chunk.subarray(chunk.indexOf(10) + 1, chunk.lastIndexOf(10) + 1);
    });
    return Buffer.concat([fileStart.subarray(0, fileStart.lastIndexOf(10) + 1), ...chunks]);
  } finally {
    closeSync(handle);
  }
}

function readAt(handle: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(handle, buffer, 0, length, at));
}
