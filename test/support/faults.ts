import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/faults', import.meta.url));

/** Path of a small input next to the checkout that an import once got wrong, or null (with the reason printed). */
export function sharedFault(file: string): string | null {
  const path = resolve(folder, file);
  if (existsSync(path)) return path;
  console.warn(`skipped: ../shared/faults/${file} is not beside this checkout`);
  return null;
}
