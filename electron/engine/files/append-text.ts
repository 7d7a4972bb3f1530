import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import { writeAll } from './write-all.ts';

/** Appends a text to a file, which is created if missing. If it fails, such as on a full disk, nothing is appended. */
export function appendText(path: string, text: string): void {
  const descriptor = openSync(path, 'a');
  try {
    const { size } = fstatSync(descriptor);
    try {
      writeAll(descriptor, Buffer.from(text));
    } catch (error) {
      ftruncateSync(descriptor, size);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}
