import { writeSync } from 'node:fs';

/** Writes all bytes, even if the operating system accepts fewer per call. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
