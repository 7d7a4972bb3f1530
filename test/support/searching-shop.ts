import { Random } from '../../shared/domain/random.ts';
import { fillShop, type ShopEvent, testWorkspace } from './shop.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1, 10);
const SHELVES = {
  phones: { category: '数码/手机', searches: ['手机壳', '智能手机 推荐', '手机壳 透明'], item: '手机' },
  tea: { category: '食品/茶叶', searches: ['绿茶', '茶叶 礼盒', '绿茶 新茶'], item: '茶' },
} as const;

/** Users `u0` to `u39`: those of even number search and view phones, the others tea. */
export const searchesPhones = (user: string) => Number(user.slice(1)) % 2 === 0;

/** A shop whose users search before they view; without texts where `texts` is false. */
export function searchingShop({ texts }: { texts: boolean }) {
  const workspace = testWorkspace();
  const random = new Random(3);
  const events = Array.from({ length: 40 }, (_, u) => eventsOf(`u${u}`, random, texts)).flat();
  const items = Object.values(SHELVES).flatMap(({ category, item }) =>
    Array.from({ length: 5 }, (_, i) => ({ item: `${item}${i}`, title: `${item} ${i} 号`, category })),
  );
  fillShop(workspace, { events, items });
  return workspace;
}

function eventsOf(user: string, random: Random, texts: boolean): ShopEvent[] {
  const { searches, item } = SHELVES[searchesPhones(user) ? 'phones' : 'tea'];
  return Array.from({ length: 6 }, (_, day) => {
    const time = START + day * DAY;
    const session = `${day}`;
    const search = { user, time, action: 'search', text: texts ? random.pick(searches) : undefined, session };
    return [search, { user, time: time + 60_000, action: 'view', item: `${item}${random.integer(5)}`, session }];
  }).flat();
}
