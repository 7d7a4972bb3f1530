import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const HEAD = 512 * 1024;
const PIECES = 64;
const PIECE = 16 * 1024;

/**
 * Bytes that tell how a file is encoded: its head and, where that is ASCII alone, whole lines from all over the file: names
 * in other letters may come late.
 */
export function sampleOf(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const head = readAt(handle, 0, HEAD);
    if (size <= HEAD || !isAscii(head)) return head;
    const pieces = Array.from({ length: PIECES }, (_, n) => {
      const piece = readAt(handle, HEAD + Math.floor(((size - HEAD) * n) / PIECES), PIECE);
      return piece.subarray(piece.indexOf(10) + 1, piece.lastIndexOf(10) + 1);
    });
    return Buffer.concat([head.subarray(0, head.lastIndexOf(10) + 1), ...pieces]);
  } finally {
    closeSync(handle);
  }
}

function readAt(handle: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(handle, buffer, 0, length, at));
}
