import { Random } from '../../../shared/domain/random.ts';
import type { Shop, ShopEvent } from '../../support/shop.ts';

const DAY = 86_400_000;
export const FIRST = Date.UTC(2025, 0, 1, 9);

/**
 * A shop over ninety days. Users have `taste` A or B and mostly view items of their own half; two thirds return every
 * few days for the whole time, the others leave after 20 to 49 days; three in ten views lead to a purchase a minute
 * later.
 */
export function predictionShop({ users = 60, seed = 1 } = {}): Shop {
  const random = new Random(seed);
  const events: ShopEvent[] = [];
  const attributes: Record<string, Record<string, string>> = {};
  for (let u = 0; u < users; u++) {
    const user = `user ${u}`;
    const half = u % 2;
    const faithful = u % 3 !== 0;
    attributes[user] = {
      taste: half === 0 ? 'A' : 'B',
      age: String(20 + 20 * half + random.integer(10)),
      likes: half === 0 ? 'tea, cake' : 'tea, beer',
      planet: 'Earth',
    };
    const until = faithful ? 90 : 20 + random.integer(30);
    for (let day = random.integer(5); day < until; day += 2 + random.integer(4)) {
      const time = FIRST + day * DAY + random.integer(3_600_000);
      const itemHalf = random.chance(0.85) ? half : 1 - half;
      const item = `item ${itemHalf}-${random.integer(8)}`;
      const buys = random.chance(0.3);
      events.push({ user, time, action: 'view', item, category: `category ${itemHalf}`, session: `${u}/${day}` });
      if (!buys) continue;
      const price = 10 + 30 * half;
      events.push({
        user,
        time: time + 60_000,
        action: 'purchase',
        item,
        category: `category ${itemHalf}`,
        price,
        session: `${u}/${day}`,
      });
    }
  }
  return { events, users: attributes };
}
