import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile, modelsFolder } from '../workspace-folders.ts';
import { type StoredBackup, storedBackups } from './list-backups.ts';

/** Sizes in bytes of the files at a path, by the identity that hard links of one file share. Symbolic links have none. */
export type FileSizes = ReadonlyMap<string, number>;

export function fileSizes(path: string): FileSizes {
  const sizes = new Map<string, number>();
  const add = (place: string) => {
    const stats = lstatSync(place, { bigint: true, throwIfNoEntry: false });
    if (stats?.isDirectory()) for (const name of readdirSync(place)) add(join(place, name));
    else if (stats?.isFile()) sizes.set(`${stats.dev}:${stats.ino}`, Number(stats.size));
  };
  add(path);
  return sizes;
}

/** Returns the total size of files, without those that `others` has. */
export function totalSize(sizes: FileSizes, others: FileSizes = new Map()): number {
  return [...sizes].reduce((sum, [id, size]) => (others.has(id) ? sum : sum + size), 0);
}

/** Files of a workspace that backups copy or link. */
export function savedFiles(workspace: string): FileSizes {
  return new Map([...fileSizes(databaseFile(workspace)), ...fileSizes(modelsFolder(workspace))]);
}

/** Returns the backups of a workspace, the newest first, with the bytes that each does not share with the workspace. */
export function sizedBackups(workspace: string): (StoredBackup & { readonly bytes: number })[] {
  const present = savedFiles(workspace);
  return storedBackups(workspace).map((backup) => ({ ...backup, bytes: totalSize(fileSizes(backup.path), present) }));
}
