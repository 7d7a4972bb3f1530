import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WatchOptions } from '../../../../shared/contract/import-watch.ts';
import { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { writeJson } from '../../files/write-file-atomic.ts';

/** State of a file when its content was last handled. */
const HandledFile = z.object({ size: z.number(), mtime: z.number(), sha256: z.string() });
export type HandledFile = z.infer<typeof HandledFile>;

/** Where a watch was set. */
export const WatchPlace = z.object({
  /** Id of the installation of Portrait (`installationId`). */
  installation: z.string(),
  /** Path of the workspace, with links resolved. */
  path: z.string(),
});
export type WatchPlace = z.infer<typeof WatchPlace>;

const WatchedFolder = z.object({
  folder: z.string(),
  /** Missing in lists of earlier versions. */
  place: WatchPlace.exactOptional(),
  options: WatchOptions,
  cleaning: Cleaning,
  /** By file name: a file is not imported again until it changes, even if its import failed, unless the disk was full. */
  handled: z.record(z.string(), HandledFile),
});
export type WatchedFolder = z.infer<typeof WatchedFolder>;

const fileOf = (workspace: string) => join(workspace, 'watched.json');

/**
 * Reads the watched folders of a workspace. They are stored in a plain file beside the database, like jobs, so that it
 * can be written while a job holds the database's only write lock.
 */
export function readWatchedFolders(workspace: string): WatchedFolder[] {
  const file = fileOf(workspace);
  if (!existsSync(file)) return [];
  try {
    return WatchedFolder.array().parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

export function writeWatchedFolders(workspace: string, folders: readonly WatchedFolder[]): void {
  writeJson(fileOf(workspace), folders);
}
