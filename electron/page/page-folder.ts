import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PortraitError } from '../../shared/errors.ts';

/** The built page's folder: beside the bundle, or in `dist/` where Portrait runs from source. Throws PAGE_NOT_BUILT. */
export function pageFolder(): string {
  const way = import.meta.url.endsWith('.ts') ? '../../dist/renderer' : './renderer';
  const folder = fileURLToPath(new URL(way, import.meta.url));
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new PortraitError({
    code: 'PAGE_NOT_BUILT',
    message: `The workbench is not at ${folder}.`,
    hint: 'Run "npm run build", which makes it.',
  });
}
