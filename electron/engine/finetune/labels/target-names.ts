import type { Database } from 'better-sqlite3';
import type { CatalogueLevel } from '../../../../shared/domain/finetune-config.ts';
import { nearestNames } from '../../../../shared/domain/nearest-names.ts';
import { categoriesUnder, idOf, type NamedTable, namesOf } from '../../store/names/name-lookup.ts';
import { purchaseActionIds } from '../../store/names/purchase-actions.ts';
import { noPurchases, unknownNames } from '../finetune-errors.ts';

const TABLES = { category: 'categories', brand: 'brands', item: 'items' } as const satisfies Record<
  CatalogueLevel,
  NamedTable
>;

/** Returns the ids of things by name; a category includes its subcategories. Throws TARGET_UNKNOWN_NAME. */
export function thingIds(db: Database, of: CatalogueLevel, names: readonly string[]): Set<number> {
  const table = TABLES[of];
  const unknown = names.filter((name) => idOf(db, table, name) === null);
  if (unknown.length > 0) throw unknownNames(of, unknown, nearestNames(unknown[0]!, namesOf(db, table)));
  const ids = (name: string) => (of === 'category' ? categoriesUnder(db, name) : [idOf(db, table, name)!]);
  return new Set(names.flatMap(ids));
}

/** Returns the ids of the named actions. Throws TARGET_UNKNOWN_NAME. */
export function actionIds(db: Database, names: readonly string[]): Set<number> {
  const unknown = names.filter((name) => idOf(db, 'actions', name) === null);
  if (unknown.length > 0) throw unknownNames('action', unknown, nearestNames(unknown[0]!, namesOf(db, 'actions')));
  return new Set(names.map((name) => idOf(db, 'actions', name)!));
}

/**
 * Returns the named actions, else the purchase actions, or null (any action) if the workspace has none. Throws
 * TARGET_UNKNOWN_NAME.
 */
export function purchaseActions(db: Database, names: readonly string[] | undefined): Set<number> | null {
  if (names) return actionIds(db, names);
  const purchases = purchaseActionIds(db);
  return purchases.length > 0 ? new Set(purchases) : null;
}

/** Returns the named actions, else the purchase actions. Throws TARGET_UNKNOWN_NAME and NO_PURCHASES. */
export function requirePurchaseActions(db: Database, names: readonly string[] | undefined): Set<number> {
  const actions = purchaseActions(db, names);
  if (!actions) throw noPurchases();
  return actions;
}
