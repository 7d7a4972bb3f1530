import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { queryClient } from './query-client.ts';
import { engine, useCall } from './use-call.ts';

/** What is in the open workspace; null where none is open, undefined while that is not known yet. */
export function useWorkspace(): WorkspaceInfo | null | undefined {
  return useCall('workspace.info', {}).data?.workspace;
}

/** Opens a workspace; what was shown of the one before is forgotten. */
export async function openWorkspace(path: string): Promise<void> {
  await engine().call('workspace.open', { path });
  forgetAnswers();
}

/** Makes a workspace in the home folder and opens it. */
export async function createWorkspace(name: string): Promise<void> {
  await engine().call('workspace.create', { path: name });
  forgetAnswers();
}

function forgetAnswers(): void {
  void queryClient.resetQueries();
}
