import type { Database } from 'better-sqlite3';
import { nearestNames } from '../../../shared/domain/nearest-names.ts';
import { measures } from '../../../shared/domain/rule.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { clusterIds, mapExists, mapIds } from '../store/map/map-points.ts';
import { categoriesUnder, idOf, type NamedTable, namesOf } from '../store/names/name-lookup.ts';
import type { RuleIds } from '../store/segments/rule-query.ts';

/** Looks up the names used in rules. Unknown names throw RULE_UNKNOWN_NAME, with the nearest names as its hint. */
export function ruleIds(db: Database): RuleIds {
  const find = (table: NamedTable, kind: string, name: string) => {
    const id = idOf(db, table, name);
    if (id === null) throw unknownName(kind, name, namesOf(db, table));
    return id;
  };
  return {
    action: (name) => find('actions', 'action', name),
    brand: (name) => find('brands', 'brand', name),
    item: (name) => find('items', 'item', name),
    attribute(name) {
      const id = idOf(db, 'attributes', name);
      if (id !== null) return id;
      const names = [...namesOf(db, 'attributes'), ...namesOf(db, 'actions'), ...measures];
      throw unknownName('attribute-or-action', name, names);
    },
    categories(name) {
      const ids = categoriesUnder(db, name);
      if (ids.length === 0) throw unknownName('category', name, namesOf(db, 'categories'));
      return ids;
    },
    checkCluster(map, cluster) {
      if (!mapExists(db, map)) throw unknownName('map', map, mapIds(db));
      const ids = clusterIds(db, map);
      if (!ids.includes(cluster)) throw unknownName('cluster', String(cluster), ids.map(String));
    },
  };
}

function unknownName(kind: string, name: string, names: readonly string[]): PortraitError {
  const noun = kind.replaceAll('-', ' ');
  const nearest = nearestNames(name, names);
  const suggestions = nearest.length > 0 ? nearest : names.slice(0, 5);
  const suggestionText =
    nearest.length > 0 ? `Did you mean ${suggestions.join(' or ')}?` : `Available: ${suggestions.join(', ')}.`;
  return new PortraitError({
    code: 'RULE_UNKNOWN_NAME',
    message: `The workspace has no ${noun} named “${name}”.`,
    hint: suggestions.length > 0 ? suggestionText : `The workspace has no ${noun} yet.`,
    details: { kind, name, nearest, available: names.slice(0, 5) },
  });
}
