import { renameSync, writeFileSync } from 'node:fs';

/** Writes a JSON file that appears whole or not at all. */
export function writeJson(file: string, value: unknown): void {
  writeFileSync(`${file}.part`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}
