import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { PortraitError } from '../../../../shared/errors.ts';
import { fileError } from '../detect/file-start.ts';
import { mayBeTable } from './archive/table-names.ts';
import { checkPattern } from './pattern.ts';

const MAX_FILES = 10_000;
const MAX_DEPTH = 10;
const byName = new Intl.Collator('en', { numeric: true });

/**
 * Expands a path to files, sorted by name in natural order: the file itself, the files of a folder and its subfolders,
 * or those that match a pattern (`exports/*.csv`). Skips hidden files and, in folders, files that cannot be tables by
 * their name. An existing path is never treated as a pattern. Throws FILE_NOT_FOUND if there are no files,
 * TOO_MANY_FILES and PATTERN_TOO_BROAD.
 */
export function expandFiles(path: string): string[] {
  if (existsSync(path)) return isFolder(path) ? requireFiles(path, sortedUnique(filesIn(path, 0))) : [path];
  if (!/[*?[{]/.test(path)) return [path];
  checkPattern(path);
  const matches = globSync(path).filter((match) => !basename(match).startsWith('.'));
  return requireFiles(path, sortedUnique(matches.flatMap((match) => (isFolder(match) ? filesIn(match, 0) : [match]))));
}

function filesIn(folder: string, depth: number): string[] {
  if (depth > MAX_DEPTH || folder.endsWith('.portrait')) return [];
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : filesIn(path, depth + 1);
      return mayBeTable(entry.name) && statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : [];
    });
  } catch (error) {
    throw fileError(error, folder);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw fileError(error, path);
  }
}

function sortedUnique(paths: readonly string[]): string[] {
  const unique = [...new Set(paths)];
  return unique.sort((a, b) => byName.compare(a.replaceAll(sep, '/'), b.replaceAll(sep, '/')));
}

function requireFiles(path: string, files: string[]): string[] {
  if (files.length > MAX_FILES) {
    throw new PortraitError({
      code: 'TOO_MANY_FILES',
      message: `${path} matches ${files.length.toLocaleString('en')} files; at most ${MAX_FILES.toLocaleString('en')} can be imported at once.`,
      hint: 'Import one folder at a time.',
      details: { path, files: files.length, limit: MAX_FILES },
    });
  }
  if (files.length > 0) return files;
  const isFolder = existsSync(path);
  throw new PortraitError({
    code: 'FILE_NOT_FOUND',
    message: isFolder ? `The folder ${path} contains no tables.` : `No file matches ${path}.`,
    hint: 'Check the path and its spelling.',
    details: { file: path, variant: isFolder ? 'empty-folder' : 'no-match' },
  });
}
