import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { changeTableColumns, tableColumns } from '../store/workspace-settings.ts';
import type { SegmentQueriesContext } from './query-thread.ts';

export const exploreHandlers = {
  'map.points': (input, context, signal) => context.segmentQueries().run('points', input, signal),
  'map.colour': (input, context, signal) => context.segmentQueries().run('colour', input, signal),
  'train.drift': (input, context, signal) => context.segmentQueries().run('drift', input, signal),
  'explore.select': (input, context, signal) => context.segmentQueries().run('select', input, signal),
  'explore.facets': (input, context, signal) => context.segmentQueries().run('facets', input, signal),
  'explore.users': (input, context, signal) => context.segmentQueries().run('users', input, signal),
  'explore.columns': (_input, context) => ({ columns: tableColumns(context.workspace().db) }),
  'explore.changeColumns': ({ columns }, context) => {
    changeTableColumns(context.workspace().db, columns);
    context.changed();
    return {};
  },
} satisfies Partial<Handlers<WorkspaceContext & SegmentQueriesContext>>;
