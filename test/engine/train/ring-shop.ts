import { Random } from '../../../shared/domain/random.ts';
import type { ShopEvent } from '../../support/shop.ts';

const HOUR = 3_600_000;
const FIRST = Date.UTC(2026, 0, 5);

/**
 * A shop whose customers walk around a ring of items from a random start, so that the next item is certain given a few
 * before it, while no item is more popular than another.
 */
export function ringEvents({ users = 80, items = 40, walk = 12, seed = 1 } = {}): ShopEvent[] {
  const random = new Random(seed);
  return Array.from({ length: users }, (_, u) => {
    const start = random.integer(items);
    return Array.from({ length: walk }, (_, step) => {
      const item = (start + step) % items;
      const day = Math.floor(step / 4);
      return {
        user: `user ${u}`,
        time: FIRST + day * 24 * HOUR + (step % 4) * HOUR,
        action: step % 4 === 3 ? 'purchase' : 'view',
        item: `item ${item}`,
        category: `category ${item % 5}`,
        price: 10 + item,
        session: `${u}/${day}`,
      };
    });
  }).flat();
}
