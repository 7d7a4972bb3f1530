/** Returns the last part of a path with POSIX or Windows separators. */
export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
