import type { Output, Parsed, QueryName } from '../../shared/contract/index.ts';
import type { MachineBackends } from './backends/machine-backends.ts';
import type { FileAccess } from './file-access.ts';
import type { Watches } from './ingest/watch/watches.ts';
import type { JobManager } from './jobs/manager.ts';
import type { EngineLog } from './log/engine-log.ts';
import type { RateLimit } from './log/rate-limit.ts';
import type { OpenWorkspace } from './store/workspace.ts';

/** Parts of the engine that a handler may use. */
export interface EngineContext {
  /** Returns the open workspace; throws NO_WORKSPACE if there is none. */
  workspace(): OpenWorkspace;
  jobs(): JobManager;
  watches(): Watches;
  hasWorkspace(): boolean;
  use(path: string, openAt: (path: string) => OpenWorkspace): Promise<void>;
  close(): Promise<void>;
  readonly files: FileAccess;
  readonly backends: MachineBackends;
  readonly log: EngineLog;
  /** Limits how many failures a window may log. */
  readonly faultReports: RateLimit;
  /** Notifies every client that its cached reads of the workspace are stale. */
  changed(): void;
}

export type Handler<M extends QueryName> = (input: Parsed<M>, context: EngineContext) => Output<M> | Promise<Output<M>>;

/**
 * Handlers of some of the contract's methods: `export const segmentHandlers = {...} satisfies Handlers<'segment.list' |
 * …>`.
 */
export type Handlers<M extends QueryName = QueryName> = { readonly [N in M]: Handler<N> };
