import type { Database } from 'better-sqlite3';
import type { Portrait } from '../../../../shared/contract/portrait.ts';
import { logFisher } from '../../../../shared/domain/fisher.ts';
import { byNamedField, discountCounts, type NamedField, namedCounts } from '../../store/events/purchase-terms.ts';
import type { ShopFigures } from './shop-figures.ts';

/** Number of channels, and of campaigns, that are shown. */
const FEW = 3;
/** Minimum number of purchases of a user for a comparison of discounts. */
const MIN_PURCHASES = 3;
const LOG_LEVEL = Math.log(0.05);

/** Returns the most frequent channels and campaigns of a user, with their shares of the events that have one. */
export const namedShares = (db: Database, shop: ShopFigures, user: number) =>
  byNamedField((field) => sharesOf(db, shop, user, field));

function sharesOf(db: Database, shop: ShopFigures, user: number, field: NamedField): Portrait['channels'] {
  const all = shop.named(field);
  if (all.size === 0) return [];
  const own = namedCounts(db, field, user);
  const [total, overall] = [sum(own), sum(all)];
  return [...own]
    .slice(0, FEW)
    .map(([name, events]) => ({ name, events, share: events / total, overall: (all.get(name) ?? 0) / overall }));
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0);

/**
 * Compares a user’s share of discounted purchases with that of all others. Null if the data have no discounts or the
 * user has too few purchases.
 */
export function discountsOf(db: Database, shop: ShopFigures, user: number): Portrait['discounts'] {
  const all = shop.discounts();
  const own = all && discountCounts(db, user);
  if (!own || own.purchases < MIN_PURCHASES) return null;
  const { purchases, discounted } = own;
  const isDifferent = logFisher(discounted, purchases, all.discounted, all.purchases) <= LOG_LEVEL;
  const overall = all.discounted / all.purchases;
  const verdict = isDifferent ? (discounted / purchases > overall ? 'more' : 'less') : 'same';
  return { purchases, discounted, overall, verdict };
}
