import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireClosedWorkspace } from './require-closed-workspace.ts';

/** Names of the entries that Portrait creates in a workspace's folder, besides the database and the lock. */
const CONTENTS =
  /^(watched\.json|listener\.json|live|models|jobs|exports|backups|restoration|\.restoration\.partial|damaged|sample|temporary|trash)$/;
/** Files that are deleted last, so that an interrupted deletion can be repeated. */
const DATABASE = /^workspace\.(db|lock)(-wal|-shm|-journal)?$/;

/**
 * Deletes everything that Portrait wrote into a workspace's folder, and the folder itself if it is then empty. Deletes
 * links without following them. Returns the names of the remaining entries. Throws the errors of
 * `requireClosedWorkspace` before anything is deleted.
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
