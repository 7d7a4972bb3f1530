import { statSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** File mode creation mask with which the process was started. */
let initialMask: number | undefined;

/**
 * Makes the files that this process and its threads create from now on as private as a workspace's folder: those of
 * other users or of the group that have no access to the folder have none to the files. Without a workspace, only the
 * user has access. Permissions that the user's own mask withholds stay withheld.
 */
export function limitPermissions(workspace?: string): void {
  if (!isMainThread) return;
  initialMask ??= process.umask(0o077);
  const shared = workspace === undefined ? 0 : statSync(workspace).mode & 0o077;
  process.umask(initialMask | (0o077 & ~shared));
}
