import { measures } from '../../../shared/domain/rule.ts';
import { customersWhere } from '../profile/base/customers-where.ts';
import { readCustomerFigures } from '../profile/portrait/customer-figures.ts';
import { lazy } from '../profile/portrait/lazy.ts';
import { clusterIds, mapExists, mapIds } from '../store/map/map-points.ts';
import { categoriesUnder, idOf, type NamedTable, namesOf } from '../store/names/name-lookup.ts';
import { actionIds } from '../store/names/purchase-actions.ts';
import type { RuleIds } from '../store/segments/rule-names.ts';
import { segmentRow, segmentRows } from '../store/segments/segments.ts';
import type { Workspace } from '../store/workspace.ts';
import { scoreColumn } from './score-column.ts';
import { expandedFormula } from './traits/expanded-formula.ts';
import { requireComparable } from './traits/trait-errors.ts';
import { unknownName } from './unknown-name.ts';

/**
 * Looks up the names used in rules. Unknown names throw RULE_UNKNOWN_NAME, with the nearest names as its hint.
 * `customers` returns the figures of all customers; by default they are read from the database.
 */
export function ruleIds(workspace: Workspace, customers = lazy(() => readCustomerFigures(workspace.db))): RuleIds {
  const { db } = workspace;
  const find = (table: NamedTable, kind: string, name: string) => {
    const id = idOf(db, table, name);
    if (id === null) throw unknownName(kind, name, namesOf(db, table));
    return id;
  };
  const checkMap = (map: string) => {
    if (!mapExists(db, map)) throw unknownName('map', map, mapIds(db));
  };
  return {
    action(name) {
      const ids = actionIds(db, name);
      if (ids.length === 0) throw unknownName('action', name, namesOf(db, 'actions'));
      return ids;
    },
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
    user: (name) => find('users', 'user', name),
    segment(name) {
      const row = segmentRow(db, name);
      if (row) return row.id;
      throw unknownName(
        'segment',
        name,
        segmentRows(db).map((saved) => saved.name),
      );
    },
    score: (prediction, className) => scoreColumn(workspace, prediction, className),
    trait(name, value) {
      const formula = expandedFormula(db, name);
      requireComparable(name, formula, value);
      return formula;
    },
    customers: (condition) => customersWhere(customers(), condition),
    checkMap,
    checkCluster(map, cluster) {
      checkMap(map);
      const ids = clusterIds(db, map);
      if (!ids.includes(cluster)) throw unknownName('cluster', String(cluster), ids.map(String));
    },
  };
}
