import type { Output } from '../../shared/contract/index.ts';
import { queryClient } from './query-client.ts';

type Listener = (previous: string | null) => void;

const listeners = new Set<Listener>();

/** Last reported path of the open workspace; null if none is open or known. */
let currentPath: string | null = null;

/** Returns the path of the open workspace; null if none is open or known. */
export const openWorkspacePath = (): string | null => currentPath;

/**
 * Calls a listener with the path of the previous workspace (null for none) when another workspace is opened or the open
 * one is closed, in this window or in another one of the same engine.
 */
export function onWorkspaceChange(listener: Listener): void {
  listeners.add(listener);
}

/** Stores the path of the open workspace and notifies the listeners if it has changed. */
function setCurrentPath(path: string | null): void {
  if (path === currentPath) return;
  const previous = currentPath;
  currentPath = path;
  for (const listener of listeners) listener(previous);
}

queryClient.getQueryCache().subscribe(({ query }) => {
  if (query.queryKey[0] !== 'workspace.info') return;
  const info = query.state.data as Output<'workspace.info'> | undefined;
  if (info) setCurrentPath(info.workspace?.path ?? null);
});
