import type { Portrait } from '../../../../shared/contract/portrait.ts';
import { countAtMost, countBelow } from '../../../../shared/domain/quintiles.ts';
import { amountAt } from '../../columns/amounts.ts';
import type { Columns } from '../../columns/columns.ts';

/** Unit prices of all purchases by category id, ascending. */
export type CategoryPrices = ReadonlyMap<number, Float64Array>;

/** Minimum number of priced purchases of a category, and of a user. */
const MIN_OF_CATEGORY = 20;
const MIN_OF_USER = 3;

/** Standard deviation of a uniformly distributed percentile: 100 / √12. */
const DEVIATION = 100 / Math.sqrt(12);

export function categoryPrices(columns: Columns): CategoryPrices {
  const prices = new Map<number, number[]>();
  eachPaidPrice(columns, 0, columns.events.action.length, (category, price) => {
    const list = prices.get(category);
    if (list) list.push(price);
    else prices.set(category, [price]);
  });
  return new Map(
    [...prices]
      .filter(([, list]) => list.length >= MIN_OF_CATEGORY)
      .map(([category, list]) => [category, Float64Array.from(list).sort()]),
  );
}

interface PriceSources {
  readonly columns: Columns;
  /** Prices of all purchases. */
  prices(): CategoryPrices;
}

/**
 * Returns the mean percentile of a user’s unit prices among all prices of the same category (ties count half). Null if
 * the user has fewer than three purchases in categories with at least 20 purchases. The level is `low` or `high` if the
 * 95 % interval excludes 50; the interval assumes that percentiles are uniformly distributed.
 */
export function priceLevel(shop: PriceSources, row: number): Portrait['price'] {
  const { offsets } = shop.columns.events;
  const ofCategory = shop.prices();
  const percentiles: number[] = [];
  eachPaidPrice(shop.columns, offsets[row]!, offsets[row + 1]!, (category, price) => {
    const sorted = ofCategory.get(category);
    if (sorted) percentiles.push((50 * (countBelow(sorted, price) + countAtMost(sorted, price))) / sorted.length);
  });
  const purchases = percentiles.length;
  if (purchases < MIN_OF_USER) return null;
  const value = percentiles.reduce((sum, percentile) => sum + percentile, 0) / purchases;
  const half = (1.96 * DEVIATION) / Math.sqrt(purchases);
  const [low, high] = [Math.max(0, value - half), Math.min(100, value + half)];
  return { percentile: { value, low, high }, purchases, level: high < 50 ? 'low' : low > 50 ? 'high' : 'middle' };
}

/** Visits the purchases from event `from` to `to` (exclusive) that have a category and a price above 0. */
function eachPaidPrice(
  { events, moneyActions }: Columns,
  from: number,
  to: number,
  visit: (category: number, price: number) => void,
): void {
  const isPurchase = new Uint8Array(moneyActions.maxId + 1);
  for (const id of moneyActions.purchases) isPurchase[id] = 1;
  for (let e = from; e < to; e++) {
    if (isPurchase[events.action[e]!] === 0 || events.category[e] === 0) continue;
    const price = amountAt(events.price, e);
    if (price > 0) visit(events.category[e]!, price);
  }
}
