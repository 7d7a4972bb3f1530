import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Path of a real data file next to the checkout, or null (with the reason printed) if it is missing. */
export function sharedData(file: string): string | null {
  const path = resolve(folder, file);
  if (existsSync(path)) return path;
  console.warn(`skipped: ../shared/data/${file} is not beside this checkout`);
  return null;
}
