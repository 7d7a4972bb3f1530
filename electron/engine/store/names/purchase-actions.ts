import type { Database } from 'better-sqlite3';
import { isPurchase, isReturn } from '../../../../shared/domain/actions.ts';
import { namesById } from './name-lookup.ts';

/** Returns the ids of the actions whose names denote a purchase. */
export function purchaseActionIds(db: Database): number[] {
  return [...namesById(db, 'actions')].filter(([, name]) => isPurchase(name)).map(([id]) => id);
}

/** Returns the ids of the actions whose names denote that a purchase is taken back. */
export function returnActionIds(db: Database): number[] {
  return [...namesById(db, 'actions')].filter(([, name]) => isReturn(name)).map(([id]) => id);
}
