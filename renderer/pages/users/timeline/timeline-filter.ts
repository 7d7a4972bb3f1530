import type { TimelineFilter } from '../../../../shared/contract/profile.ts';

export const FILTERS = ['action', 'category', 'brand', 'item', 'text'] as const;

/** Returns the filter in an address. */
export function readFilter(query: Readonly<Record<string, string>>): TimelineFilter {
  return Object.fromEntries(FILTERS.flatMap((part) => (query[part] ? [[part, query[part]]] : [])));
}
