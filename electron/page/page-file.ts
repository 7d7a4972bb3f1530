import { existsSync, realpathSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { isInside } from './is-inside.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
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
  /** Whether the name contains a content hash, so that it can be cached forever. */
  readonly immutable: boolean;
}

/**
 * Resolves a URL path to a file of the built page. Returns null for a path that leads out of the folder through dots or
 * a link, for an unknown file type, and for a missing file.
 */
export function pageFile(folder: string, urlPath: string): PageFile | null {
  const name = decodePath(urlPath);
  if (name === null || /[\0\\]/.test(name)) return null;
  const requestedPath = join(folder, name === '/' ? 'index.html' : name);
  if (!existsSync(requestedPath) || !statSync(requestedPath).isFile()) return null;
  const path = realpathSync(requestedPath);
  const type = CONTENT_TYPES[extname(path)];
  if (!type || !isInside(realpathSync(folder), path)) return null;
  return { path, type, immutable: name.startsWith('/assets/') };
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
