import type { Random } from '../../../shared/domain/random.ts';
import { type Item, items } from './catalogue.ts';
import type { SampleEvent } from './event.ts';
import { DAYS, FIRST_DAY } from './seasons.ts';
import { priceOn } from './session.ts';
import { PRAISE } from './words.ts';

const DAY = 86_400_000;
/** One account of this many is fraudulent. */
export const ACCOUNTS_PER_FRAUD = 160;

type Add = (action: SampleEvent['action'], item: Item, wait: number, extra?: Partial<SampleEvent>) => void;

/**
 * Draws the events of a fraudulent account within 60 days: it scrapes prices, writes paid reviews or blocks stock, at
 * night and faster than a person.
 */
export function drawFraud(random: Random): SampleEvent[] {
  const behaviour = random.pick([scrape, praise, hoard]);
  const events: SampleEvent[] = [];
  const first = random.integer(DAYS - 60);
  const nights = 6 + random.integer(8);
  for (let night = 0; night < nights; night++) {
    const day = first + Math.floor((night * 60) / nights);
    let time = FIRST_DAY + day * DAY + 1000 * (2 * 3600 + random.integer(3 * 3600));
    behaviour(random, day, (action, item, wait, extra = {}) => {
      time += 1000 * wait;
      const price = action === 'review' ? null : priceOn(item, day);
      const base = { quantity: null, rating: null, session: night + 1, text: null };
      events.push({ time, action, item, price, ...base, ...extra });
    });
  }
  return events;
}

/** Views the catalogue item by item. */
function scrape(random: Random, _day: number, add: Add): void {
  const from = random.integer(items.length);
  const pages = 30 + random.integer(30);
  for (let page = 0; page < pages; page++) add('view', items[(from + page) % items.length]!, 1 + random.integer(2));
}

/** Orders items of one brand and immediately writes positive reviews. */
function praise(random: Random, _day: number, add: Add): void {
  const seed = random.pick(items);
  const goods = items.filter((item) => item.category === seed.category && item.brand === seed.brand);
  const orders = 6 + random.integer(8);
  for (let order = 0; order < orders; order++) {
    const item = random.pick(goods);
    add('view', item, 2);
    add('cart', item, 1, { quantity: 1 });
    add('purchase', item, 2, { quantity: 1 });
    add('review', item, 3, { rating: 5, text: random.pick(PRAISE) });
  }
}

/** Adds expensive items to the cart in large quantities without ever paying. */
function hoard(random: Random, _day: number, add: Add): void {
  const expensive = items.filter((item) => item.price > 400);
  const carts = 20 + random.integer(20);
  for (let cart = 0; cart < carts; cart++) {
    add('cart', random.pick(expensive), 1 + random.integer(2), { quantity: 5 + random.integer(20) });
  }
}
