import { closeSync, fstatSync, ftruncateSync, openSync, readSync, rmSync } from 'node:fs';

const NEWLINE = 0x0a;
const BLOCK = 1 << 16;

/** Removes what follows the last line break of a file, and the file if nothing remains; returns whether it remains. */
export function removeIncompleteLine(path: string): boolean {
  const descriptor = openSync(path, 'r+');
  let end: number;
  try {
    end = endOfLastLine(descriptor);
    ftruncateSync(descriptor, end);
  } finally {
    closeSync(descriptor);
  }
  if (end === 0) rmSync(path);
  return end > 0;
}

function endOfLastLine(descriptor: number): number {
  const block = Buffer.alloc(BLOCK);
  for (let stop = fstatSync(descriptor).size; stop > 0; stop -= BLOCK) {
    const start = Math.max(0, stop - BLOCK);
    const length = readSync(descriptor, block, 0, stop - start, start);
    const at = block.subarray(0, length).lastIndexOf(NEWLINE);
    if (at >= 0) return start + at + 1;
  }
  return 0;
}
