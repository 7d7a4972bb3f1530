import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import type { SegmentQueriesContext } from './query-thread.ts';

export const exploreHandlers = {
  'explore.select': (input, context) => context.segmentQueries().run('select', input),
  'explore.facets': (input, context) => context.segmentQueries().run('facets', input),
  'explore.users': (input, context) => context.segmentQueries().run('users', input),
} satisfies Partial<Handlers<WorkspaceContext & SegmentQueriesContext>>;
