import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path lies within a folder; both must be real paths, with links followed. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
