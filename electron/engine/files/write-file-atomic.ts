import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** Writes a text file that appears whole or not at all, even if the power fails. */
export function writeWhole(file: string, text: string): void {
  const part = openSync(`${file}.part`, 'w');
  try {
    writeFileSync(part, text);
    fsyncSync(part);
  } finally {
    closeSync(part);
  }
  renameSync(`${file}.part`, file);
}

export function writeJson(file: string, value: unknown): void {
  writeWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}
