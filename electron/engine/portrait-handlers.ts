import type { Handlers } from '../../shared/contract/handlers.ts';
import type { SegmentQueriesContext } from './segment/query-thread.ts';

export const portraitHandlers = {
  'profile.user': (input, context) => context.segmentQueries().run('portrait', input),
  'profile.base': (input, context) => context.segmentQueries().run('base', input),
} satisfies Partial<Handlers<SegmentQueriesContext>>;
