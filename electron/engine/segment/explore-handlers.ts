import type { Handlers } from '../../../shared/contract/handlers.ts';
import { colourOf } from '../map/colour.ts';
import { mapExists, mapNotFound, mapPoints } from '../store/map/map-points.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import type { SegmentQueriesContext } from './query-thread.ts';

export const exploreHandlers = {
  'explore.select': (input, context, signal) => context.segmentQueries().run('select', input, signal),
  'explore.facets': (input, context, signal) => context.segmentQueries().run('facets', input, signal),
  'explore.users': (input, context, signal) => context.segmentQueries().run('users', input, signal),
  'map.colour': ({ map, by }, context, signal) => {
    const { db } = context.workspace();
    if (!mapExists(db, map)) throw mapNotFound(map);
    if (by.kind !== 'trait') {
      const users = Int32Array.from(mapPoints(db, map), (point) => point.user);
      return colourOf(db, users, by);
    }
    return context.segmentQueries().run('traitColour', { map, name: by.name }, signal);
  },
} satisfies Partial<Handlers<WorkspaceContext & SegmentQueriesContext>>;
