import type { Database } from 'better-sqlite3';
import { isPurchase } from '../../../../shared/domain/actions.ts';
import { namesById } from './name-lookup.ts';

/** Returns the ids of the actions whose names denote a purchase. */
export function purchaseActionIds(db: Database): number[] {
  return [...namesById(db, 'actions')].filter(([, name]) => isPurchase(name)).map(([id]) => id);
}
