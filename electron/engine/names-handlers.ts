import type { Handlers } from './handlers.ts';
import { suggestNames, suggestValues } from './store/names/suggest.ts';

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
} satisfies Partial<Handlers>;
