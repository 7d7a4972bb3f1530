import { type Item, itemAt } from './catalogue.ts';
import { complements } from './complements.ts';
import { nextSale } from './seasons.ts';
import type { Shopper } from './shopper.ts';

/** An item that the shopper plans to buy because of an earlier purchase or cart. */
export interface Intention {
  readonly item: Item;
  /** First day of the year on which the shopper looks for it. */
  readonly day: number;
  /** Probability of buying it once it is in the cart. */
  readonly purchaseProbability: number;
}

const FORGET_AFTER_DAYS = 60;

/** Removes and returns the intention that has been due longest; drops expired ones. */
export function popDue(intentions: Intention[], day: number): Intention | null {
  intentions.sort((a, b) => a.day - b.day);
  while (intentions[0] && intentions[0].day < day - FORGET_AFTER_DAYS) intentions.shift();
  return intentions[0] && intentions[0].day <= day ? (intentions.shift() ?? null) : null;
}

/**
 * Draws the intentions that follow a purchase: a refill when the item is used up, the next of its series, complementary
 * products.
 */
export function afterPurchase(shopper: Shopper, item: Item, day: number): Intention[] {
  const { random, stages } = shopper;
  const { product, brand, variant } = item;
  const intentions: Intention[] = [];
  const next = product.series ? itemAt(product, brand, variant + 1) : undefined;
  const advances = next !== undefined && random.chance(product.cycle ? 0.35 : 0.7);
  if (next && advances) {
    stages.set(product, next.variant);
    intentions.push({ item: next, day: day + (product.cycle ?? 10 + random.integer(30)), purchaseProbability: 0.8 });
  } else if (product.cycle && random.chance(0.75)) {
    intentions.push({
      item,
      day: day + Math.round(product.cycle * (0.85 + 0.3 * random.float())),
      purchaseProbability: 0.9,
    });
  }
  for (const { product: second } of complements(product)) {
    if (!random.chance(0.5)) continue;
    const match = itemAt(second, random.chance(0.75) ? brand : random.integer(4), stages.get(second) ?? 0);
    if (match) intentions.push({ item: match, day: day + 1 + random.integer(12), purchaseProbability: 0.75 });
  }
  return intentions;
}

/** Draws the intentions that follow an abandoned cart: shoppers who are sensitive to sales wait for the next one. */
export function afterCart(shopper: Shopper, item: Item, day: number): Intention[] {
  const sale = nextSale(day);
  const waits = sale !== null && sale - day < 45 && shopper.random.chance(shopper.archetype.festive / 4);
  return waits ? [{ item, day: sale, purchaseProbability: 0.9 }] : [];
}
