import { type Item, itemAt } from './catalogue.ts';
import { complements } from './complements.ts';
import { nextSale } from './seasons.ts';
import type { Shopper } from './shopper.ts';

/** Something the shopper has in mind to buy, because of what was bought or put into the cart before. */
export interface Intention {
  readonly item: Item;
  /** Day of the year from which it is looked for. */
  readonly day: number;
  /** Chance of paying once it is in the cart. */
  readonly purchaseProbability: number;
}

const FORGET_AFTER_DAYS = 60;

/** Takes the intention that has been due longest, and drops those that were forgotten. */
export function popDue(intentions: Intention[], day: number): Intention | null {
  intentions.sort((a, b) => a.day - b.day);
  while (intentions[0] && intentions[0].day < day - FORGET_AFTER_DAYS) intentions.shift();
  return intentions[0] && intentions[0].day <= day ? (intentions.shift() ?? null) : null;
}

/** What buying an item leads to: more of it when it is used up, the next of its series, what goes with it. */
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

/** What is left in a cart waits for a sale, with those whom sales draw. */
export function afterCart(shopper: Shopper, item: Item, day: number): Intention[] {
  const sale = nextSale(day);
  const waits = sale !== null && sale - day < 45 && shopper.random.chance(shopper.archetype.festive / 4);
  return waits ? [{ item, day: sale, purchaseProbability: 0.9 }] : [];
}
