import { statSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** File mode creation mask with which the process was started. */
let initialMask: number | undefined;

/**
 * Limits the permissions of files that this process and its threads create from now on to those of the workspace's
 * folder: other users, or the group, get no access to a file if they have none to the folder. Without a workspace, only
 * the user has access. The user's own mask applies in addition.
 */
export function limitPermissions(workspace?: string): void {
  if (!isMainThread) return;
  initialMask ??= process.umask(0o077);
  const shared = workspace === undefined ? 0 : statSync(workspace).mode & 0o077;
  process.umask(initialMask | (0o077 & ~shared));
}
