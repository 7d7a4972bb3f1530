import type { MessagePort } from 'node:worker_threads';
import { type ErrorFacts, errorFacts } from '../../../shared/domain/error-facts.ts';
import { cancelled, type ErrorShape, errorShape } from '../../../shared/errors.ts';
import { storeError } from '../store/store-error.ts';
import { attachWorkspace } from '../store/workspace.ts';
import type { ThreadEntry } from '../threads/start-thread.ts';
import { CancelledCalls } from './cancelled-calls.ts';
import { type QueryInput, type QueryOutput, type SegmentQuery, segmentQueries } from './queries.ts';
import { QueryState } from './query-state.ts';

interface QueryWorkerInput {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Port that receives queries and sends answers. */
  readonly port: MessagePort;
  /** Flags of `CancelledCalls`. */
  readonly cancelled: Int32Array;
}

export interface QueryMessage<Q extends SegmentQuery = SegmentQuery> {
  readonly id: number;
  readonly query: Q;
  readonly input: QueryInput<Q>;
}

export type AnswerMessage = { readonly id: number } & (
  | { readonly output: QueryOutput<SegmentQuery> }
  | { readonly error: ErrorShape; readonly facts: ErrorFacts }
);

/** Answers one query after another until the thread is terminated. */
export const queryWorkerEntry: ThreadEntry<QueryWorkerInput> = {
  name: 'segment.queries',
  run: ({ workspace: path, port, cancelled: flags }) => {
    const calls = new CancelledCalls(flags);
    let id = 0;
    const checkCancelled = () => {
      if (calls.isCancelled(id)) throw cancelled();
    };
    const state = new QueryState(attachWorkspace(path), checkCancelled);
    port.on('message', (message: QueryMessage) => {
      ({ id } = message);
      port.postMessage(answer(state, message));
    });
    return new Promise<never>(() => {});
  },
};

function answer(state: QueryState, { id, query, input }: QueryMessage): AnswerMessage {
  const { db, path } = state.workspace;
  try {
    // A read transaction, so that all statements of a query see the same state.
    state.checkCancelled();
    return { id, output: db.transaction(() => runQuery(state, query, input))() };
  } catch (thrown) {
    const error = storeError(thrown, path);
    return { id, error: errorShape(error), facts: errorFacts(error) };
  }
}

function runQuery<Q extends SegmentQuery>(state: QueryState, query: Q, input: QueryInput<Q>): QueryOutput<Q> {
  const run = segmentQueries[query] as (state: QueryState, input: QueryInput<Q>) => QueryOutput<Q>;
  return run(state, input);
}
