import type { BackendsContext } from './backends/machine-backends.ts';
import type { FilesContext } from './files/file-access.ts';
import type { LiveContext } from './ingest/live/live-events.ts';
import type { WatchesContext } from './ingest/watch/watches.ts';
import type { JobsContext } from './jobs/manager.ts';
import type { EngineLog } from './log/engine-log.ts';
import type { RateLimit } from './log/rate-limit.ts';
import type { SegmentQueriesContext } from './segment/query-thread.ts';
import type { OpenWorkspace } from './store/workspace.ts';
import type { WorkspaceContext } from './store/workspace-context.ts';

/** The parts of the engine that handlers may use. The handlers of a room declare which parts they need. */
export interface EngineContext
  extends WorkspaceContext,
    FilesContext,
    JobsContext,
    WatchesContext,
    LiveContext,
    SegmentQueriesContext,
    BackendsContext {
  use(path: string, openAt: (path: string) => OpenWorkspace): Promise<void>;
  close(): Promise<void>;
  /** Stores the figures of the open workspace, if any, for the list of workspaces. */
  rememberFigures(): Promise<void>;
  readonly log: EngineLog;
  /** Limits how many failures a window may log. */
  readonly faultReports: RateLimit;
}
