import { existsSync, renameSync } from 'node:fs';
import { requireClosedWorkspace } from './require-closed-workspace.ts';
import { workspaceExists } from './store-error.ts';

/** Renames the folder of a workspace. Throws WORKSPACE_EXISTS and the errors of `requireClosedWorkspace`. */
export function renameWorkspace(folder: string, renamed: string): void {
  if (existsSync(renamed)) throw workspaceExists(renamed);
  requireClosedWorkspace(folder);
  renameSync(folder, renamed);
}
