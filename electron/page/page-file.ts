import { existsSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isInside } from './is-inside.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface PageFile {
  readonly path: string;
  readonly type: string;
  /** Its name carries a hash of its contents, so that a copy of it never grows stale. */
  readonly immutable: boolean;
}

/**
 * The built page's file that a URL's path means, or null: for a path that leads out of the folder, by dots or by a
 * link, for a kind of file that no page has, and for what is not there.
 */
export function pageFile(folder: string, urlPath: string): PageFile | null {
  const name = decoded(urlPath);
  if (name === null || /[\0\\]/.test(name)) return null;
  const wanted = join(folder, name === '/' ? 'index.html' : name);
  if (!existsSync(wanted) || !statSync(wanted).isFile()) return null;
  const path = realpathSync(wanted);
  const type = TYPES[extname(path)];
  if (!type || !isInside(realpathSync(folder), path)) return null;
  return { path, type, immutable: name.startsWith('/assets/') };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
