import type { Output, Parsed, QueryName } from '../../shared/contract/index.ts';
import type { MachineBackends } from './backends/machine-backends.ts';
import type { FileAccess } from './file-access.ts';
import type { Watches } from './ingest/watch/watches.ts';
import type { JobManager } from './jobs/manager.ts';
import type { OpenWorkspace } from './store/workspace.ts';

/** What a handler may use of the engine. */
export interface EngineContext {
  /** The open workspace; throws NO_WORKSPACE where there is none. */
  workspace(): OpenWorkspace;
  jobs(): JobManager;
  watches(): Watches;
  hasWorkspace(): boolean;
  use(path: string, opening: (path: string) => OpenWorkspace): Promise<void>;
  close(): Promise<void>;
  readonly files: FileAccess;
  readonly backends: MachineBackends;
  /** Tells every client that what it read of the workspace is stale. */
  changed(): void;
}

export type Handler<M extends QueryName> = (input: Parsed<M>, context: EngineContext) => Output<M> | Promise<Output<M>>;

/** A room's answers to some of the contract's calls: `export const segmentHandlers = {...} satisfies Handlers<'segment.list' | …>`. */
export type Handlers<M extends QueryName = QueryName> = { readonly [N in M]: Handler<N> };
