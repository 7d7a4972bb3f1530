import { fields } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import { findPlaces } from '../detect/mapping-places.ts';

/** The field that each column is mapped to, `attribute` for attributes of users; unused columns are absent. */
export function columnUses(inspection: Inspection): ReadonlyMap<string, string> {
  const { columns, layout } = inspection;
  if (layout === 'sequences') return new Map(Object.entries({ user: 'user', items: 'item' }));
  const places = findPlaces(inspection);
  const uses = new Map<string, string>(places.attributes.map(({ name }) => [name, 'attribute']));
  for (const field of fields) {
    for (const place of places.fields.get(field) ?? []) {
      const indices = 'column' in place ? [place.column, ...(place.clock ? [place.clock.column] : [])] : [];
      for (const name of indices.flatMap((column) => columns[column] ?? [])) uses.set(name, field);
    }
  }
  return uses;
}
