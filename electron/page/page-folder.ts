import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PortraitError } from '../../shared/errors.ts';

/** Returns the built page's folder: next to the bundle, or in `dist/` when run from source. Throws PAGE_NOT_BUILT. */
export function pageFolder(): string {
  const relativePath = import.meta.url.endsWith('.ts') ? '../../dist/renderer' : './renderer';
  const folder = fileURLToPath(new URL(relativePath, import.meta.url));
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new PortraitError({
    code: 'PAGE_NOT_BUILT',
    message: `The workbench is missing at ${folder}.`,
    hint: 'Run "npm run build" to build it.',
    details: { folder },
  });
}
