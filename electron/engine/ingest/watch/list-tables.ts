import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mayBeTable } from '../open/archive/table-names.ts';

export interface ListedFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
}

/** Names of files that are still being written. */
const UNFINISHED = /(\.(part|partial|crdownload|download|tmp|temp|swp|filepart)|~)$/i;

/**
 * Lists the files of a folder that may be tables, oldest first; null if the folder cannot be read. Symbolic links are
 * included only if they point to a file of the same folder.
 */
export function listTables(folder: string): ListedFile[] | null {
  let names: string[];
  let realFolder: string;
  try {
    realFolder = realpathSync(folder);
    names = readdirSync(folder);
  } catch {
    return null;
  }
  return names
    .filter((name) => mayBeTable(name) && !UNFINISHED.test(name))
    .flatMap((name) => toListedFile(folder, realFolder, name))
    .sort((a, b) => a.mtime - b.mtime || (a.name < b.name ? -1 : 1));
}

function toListedFile(folder: string, realFolder: string, name: string): ListedFile[] {
  const path = join(folder, name);
  try {
    if (lstatSync(path).isSymbolicLink() && dirname(realpathSync(path)) !== realFolder) return [];
    const stat = statSync(path);
    return stat.isFile() && stat.size > 0 ? [{ name, path, size: stat.size, mtime: stat.mtimeMs }] : [];
  } catch {
    // The file was deleted meanwhile.
    return [];
  }
}
