import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireClosedWorkspace } from './require-closed-workspace.ts';

/** Names of the entries that Portrait writes into the folder of a workspace, apart from its database and its lock. */
const CONTENTS =
  /^(watched\.json|models|jobs|exports|backups|restoration|\.restoration\.partial|damaged|sample|temporary)$/;
/** These are deleted last, so that a deletion that was interrupted can be repeated. */
const DATABASE = /^workspace\.(db|lock)(-wal|-shm|-journal)?$/;

/**
 * Deletes a workspace: all that Portrait wrote into its folder, and the folder itself if nothing else is in it. Links
 * are deleted, not followed. Returns the names of the entries that stay. Throws the errors of `requireClosedWorkspace`,
 * and then deletes nothing.
 */
export function deleteWorkspace(folder: string): string[] {
  requireClosedWorkspace(folder);
  for (const pattern of [CONTENTS, DATABASE]) {
    for (const name of readdirSync(folder)) {
      if (pattern.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
  const left = readdirSync(folder);
  if (left.length === 0) rmdirSync(folder);
  return left;
}
