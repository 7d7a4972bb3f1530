import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { queryClient } from './query-client.ts';
import { clearChanges } from './undo-stack.ts';
import { engine, useCall } from './use-call.ts';

/** Returns a summary of the open workspace: null if none is open, undefined while it is loading. */
export function useWorkspace(): WorkspaceInfo | null | undefined {
  return useCall('workspace.info', {}).data?.workspace;
}

/** Opens a workspace and discards the cached results of the previous one. */
export async function openWorkspace(path: string): Promise<void> {
  await engine().call('workspace.open', { path });
  resetQueries();
}

/** Creates a workspace in the home folder and opens it; returns its path. */
export async function createWorkspace(name: string): Promise<string> {
  const { path } = await engine().call('workspace.create', { path: name });
  resetQueries();
  return path;
}

/** Restores a backup of the open workspace; discards cached results and the undo stack. */
export async function restoreBackup(backup: string): Promise<void> {
  await engine().call('workspace.restore', { backup });
  clearChanges();
  resetQueries();
}

/** Renames the folder of a workspace, which may be the open one. */
export async function renameWorkspace(path: string, name: string): Promise<void> {
  await engine().call('workspace.rename', { path, name });
  resetQueries();
}

/** Deletes a workspace, which may be the open one. */
export async function deleteWorkspace(path: string): Promise<void> {
  await engine().call('workspace.delete', { path });
  resetQueries();
}

function resetQueries(): void {
  void queryClient.resetQueries();
}
