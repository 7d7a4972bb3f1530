import { type Item, itemAt } from './catalogue.ts';
import { complements } from './complements.ts';
import type { SampleEvent } from './event.ts';
import { afterCart, afterPurchase, type Intention } from './intentions.ts';
import { DAYS, discountOn, FIRST_DAY } from './seasons.ts';
import { drawDesiredItem, type Shopper } from './shopper.ts';
import { query, review } from './words.ts';

const DAY = 86_400_000;

/** Result of a session: its events in order, the new intentions of the shopper, and a review written on a later day. */
export interface SessionResult {
  readonly events: SampleEvent[];
  readonly intentions: Intention[];
  readonly review: SampleEvent | null;
}

/**
 * Draws one session: possibly a search, views of products similar to the target item, possibly a cart and a purchase.
 */
export function drawSession(shopper: Shopper, start: number, session: number, due: Intention | null): SessionResult {
  const { random, archetype } = shopper;
  const day = Math.floor((start - FIRST_DAY) / DAY);
  const target = due?.item ?? drawDesiredItem(shopper, day);
  const events: SampleEvent[] = [];
  let time = start;
  const add = (action: SampleEvent['action'], item: Item | null, extra: Partial<SampleEvent> = {}) => {
    const price = item ? priceOn(item, day) : null;
    events.push({ time, action, item, price, quantity: null, rating: null, session, text: null, ...extra });
  };
  const wait = (seconds: number) => {
    time += 1000 * Math.max(2, Math.round(seconds * Math.exp(0.7 * random.normal())));
  };

  if (random.chance(due ? archetype.searches * 0.6 : archetype.searches)) {
    add('search', null, { text: query(random, archetype, target) });
    wait(12);
  }
  for (const item of drawViews(shopper, target, day)) {
    add('view', item);
    wait(35);
  }
  if (!random.chance(due ? Math.max(0.7, archetype.carts) : archetype.carts)) {
    return { events, intentions: [], review: null };
  }
  const quantity = target.product.cycle && random.chance(0.3) ? 2 + random.integer(2) : 1;
  add('cart', target, { quantity });
  wait(60);
  const purchaseProbability = Math.min(
    1,
    (due?.purchaseProbability ?? archetype.buys) * (1 + discountOn(day) * archetype.festive),
  );
  if (!random.chance(purchaseProbability)) return { events, intentions: afterCart(shopper, target, day), review: null };
  add('purchase', target, { quantity });
  return {
    events,
    intentions: afterPurchase(shopper, target, day),
    review: drawReview(shopper, target, time, session),
  };
}

/** Draws the viewed items, ending with the target: other brands and variants of it, and complementary products. */
function drawViews(shopper: Shopper, target: Item, day: number): Item[] {
  const { random, archetype } = shopper;
  const length = 1 + Math.min(20, Math.floor(-Math.log(1 - random.float()) * (archetype.views - 0.5)));
  const items = [target];
  while (items.length < length) items.push(neighbour(shopper, items.at(-1)!, day));
  return items.reverse();
}

function neighbour(shopper: Shopper, item: Item, day: number): Item {
  const { random } = shopper;
  const { product, brand, variant, category } = item;
  const [goesWith] = complements(product);
  switch (random.weighted([5, 2, 2, 1])) {
    case 0:
      return itemAt(product, (brand + category.brands.length - 1) % category.brands.length, variant) ?? item;
    case 1:
      return itemAt(product, brand, (variant + 1) % product.variants.length) ?? item;
    case 2:
      return (goesWith && itemAt(goesWith.product, brand, 0)) ?? drawDesiredItem(shopper, day);
    default:
      return drawDesiredItem(shopper, day);
  }
}

/**
 * Draws a review, written on an evening some days later, after the delivery; null for most, and past the end of the
 * year.
 */
function drawReview(shopper: Shopper, item: Item, purchaseTime: number, session: number): SampleEvent | null {
  const { random, archetype } = shopper;
  if (!random.chance(archetype.reviews)) return null;
  const day = Math.floor((purchaseTime - FIRST_DAY) / DAY) + 3 + random.integer(7);
  if (day >= DAYS) return null;
  const time = FIRST_DAY + day * DAY + 1000 * (19 * 3600 + random.integer(4 * 3600));
  const rating = 1 + random.weighted([4, 4, 10, 30, 52]);
  return {
    time,
    action: 'review',
    item,
    price: null,
    quantity: null,
    rating,
    session,
    text: review(random, item, rating),
  };
}

export function priceOn(item: Item, day: number): number {
  return Math.max(0.5, item.price * (1 - discountOn(day)));
}
