import type { OpenWorkspace } from './workspace.ts';

/** The part of the engine by which a handler reaches the open workspace. */
export interface WorkspaceContext {
  /** Returns the open workspace; throws NO_WORKSPACE if there is none. */
  workspace(): OpenWorkspace;
  hasWorkspace(): boolean;
  /** Notifies every client that its cached reads of the workspace are stale. */
  changed(): void;
}
