import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is inside a folder; both must be real paths, with symbolic links resolved. */
export function isInside(folder: string, path: string): boolean {
  const relativePath = relative(folder, path);
  return (
    relativePath !== '' && relativePath !== '..' && !relativePath.startsWith(`..${sep}`) && !isAbsolute(relativePath)
  );
}
