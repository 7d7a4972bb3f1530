import type { Handlers } from '../../shared/contract/handlers.ts';
import type { SegmentQueriesContext } from './segment/query-thread.ts';
import { suggestNames, suggestValues } from './store/names/suggest.ts';
import type { WorkspaceContext } from './store/workspace-context.ts';

const tables = { category: 'categories', brand: 'brands', item: 'items' } as const;

export const namesHandlers = {
  'names.suggest': ({ of, text, limit }, context) => {
    const { db } = context.workspace();
    return {
      names:
        of.kind === 'value'
          ? suggestValues(db, of.attribute, text, limit)
          : suggestNames(db, tables[of.kind], text, limit),
    };
  },
  'names.search': (input, context) => context.segmentQueries().run('search', input),
} satisfies Partial<Handlers<WorkspaceContext & SegmentQueriesContext>>;
