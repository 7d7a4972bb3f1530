import type { OpenWorkspace } from '../../electron/engine/store/workspace.ts';
import { Random } from '../../shared/domain/random.ts';
import { fillShop, type ShopEvent, testWorkspace } from './shop.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1, 10);
const SHELVES = {
  phones: { category: '数码/手机', item: '手机' },
  tea: { category: '食品/茶叶', item: '茶' },
} as const;

/** Search texts of the users of each shelf. */
type Searches = Readonly<Record<keyof typeof SHELVES, readonly string[]>>;

const CHINESE: Searches = {
  phones: ['手机壳', '智能手机 推荐', '手机壳 透明'],
  tea: ['绿茶', '茶叶 礼盒', '绿茶 新茶'],
};

/** Of the users `u0` to `u39`, even numbers search and view phones, odd numbers tea. */
export const searchesPhones = (user: string) => Number(user.slice(1)) % 2 === 0;

/** Creates a shop whose users search before they view; searches have no texts if `texts` is false. */
export function searchingShop({ texts }: { texts: boolean }) {
  const workspace = testWorkspace();
  fillSearchingShop(workspace, texts ? CHINESE : null);
  return workspace;
}

/** Fills an empty workspace with that shop; searches have no texts if `searches` is null. */
export function fillSearchingShop(workspace: OpenWorkspace, searches: Searches | null): void {
  const random = new Random(3);
  const events = Array.from({ length: 40 }, (_, u) => eventsOf(`u${u}`, random, searches)).flat();
  const items = Object.values(SHELVES).flatMap(({ category, item }) =>
    Array.from({ length: 5 }, (_, i) => ({ item: `${item}${i}`, title: `${item} ${i} 号`, category })),
  );
  fillShop(workspace, { events, items });
}

function eventsOf(user: string, random: Random, searches: Searches | null): ShopEvent[] {
  const shelf = searchesPhones(user) ? 'phones' : 'tea';
  const { item } = SHELVES[shelf];
  return Array.from({ length: 6 }, (_, day) => {
    const time = START + day * DAY;
    const session = `${day}`;
    const search = { user, time, action: 'search', text: searches ? random.pick(searches[shelf]) : undefined, session };
    return [search, { user, time: time + 60_000, action: 'view', item: `${item}${random.integer(5)}`, session }];
  }).flat();
}
