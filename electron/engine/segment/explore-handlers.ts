import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import type { SegmentQueriesContext } from './query-thread.ts';

export const exploreHandlers = {
  'map.points': (input, context, signal) => context.segmentQueries().run('points', input, signal),
  'map.colour': (input, context, signal) => context.segmentQueries().run('colour', input, signal),
  'explore.select': (input, context, signal) => context.segmentQueries().run('select', input, signal),
  'explore.facets': (input, context, signal) => context.segmentQueries().run('facets', input, signal),
  'explore.users': (input, context, signal) => context.segmentQueries().run('users', input, signal),
} satisfies Partial<Handlers<WorkspaceContext & SegmentQueriesContext>>;
