import { describe, expect, it } from 'vitest';
import { clusterTraits } from '../../../electron/engine/map/traits.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';

const DAY = 86_400_000;

/** Forty users who view and buy phones, eighty who only view tea; every second one declares a city. */
function twoKinds() {
  const workspace = testWorkspace();
  const names = Array.from({ length: 120 }, (_, u) => `u${u}`);
  const phones = (u: number) => u < 40;
  const events = names.flatMap((user, u): ShopEvent[] => {
    const item = phones(u) ? { category: '数码/手机', brand: '华芯' } : { category: '食品/茶', brand: `茶${u % 30}` };
    const views = Array.from({ length: 4 }, (_, i) => ({ user, time: (u + i) * DAY, action: 'view', ...item }));
    return phones(u) ? [...views, { user, time: u * DAY, action: 'purchase', amount: 900, ...item }] : views;
  });
  const declared = names.flatMap((name, u) => (u % 2 === 0 ? [[name, { city: phones(u) ? '上海' : '成都' }]] : []));
  fillShop(workspace, { events, users: Object.fromEntries(declared) });
  const ids = workspace.db.prepare<[], { id: number; name: string }>('SELECT id, name FROM users ORDER BY id').all();
  return {
    db: workspace.db,
    users: Int32Array.from(ids, ({ id }) => id),
    kinds: Int32Array.from(ids, ({ name }) => (phones(Number(name.slice(1))) ? 0 : 1)),
  };
}

describe('a cluster’s traits', () => {
  it('are what its users do, buy and declare more often than all users, with figures', () => {
    const { db, users, kinds } = twoKinds();
    const [phones, tea] = clusterTraits(db, users, kinds);
    expect(phones).toContainEqual(
      expect.objectContaining({ kind: 'category', name: '数码/手机', share: 1, lift: expect.closeTo(3) }),
    );
    expect(phones).toContainEqual(expect.objectContaining({ kind: 'brand', name: '华芯', lift: expect.closeTo(3) }));
    expect(phones).toContainEqual(
      expect.objectContaining({ kind: 'action', name: 'purchase', lift: expect.closeTo(3) }),
    );
    expect(phones).toContainEqual(
      expect.objectContaining({
        kind: 'attribute',
        of: 'city',
        name: '上海',
        share: 1,
        overall: expect.closeTo(1 / 3),
      }),
    );
    expect(phones).toContainEqual(
      expect.objectContaining({ kind: 'measure', name: 'monetary', level: 'high', share: 900 }),
    );
    expect(tea).toContainEqual(
      expect.objectContaining({ kind: 'category', name: '食品/茶', lift: expect.closeTo(1.5) }),
    );
  });

  it('exclude what every cluster does, and what too few users do to be significant', () => {
    const { db, users, kinds } = twoKinds();
    const brands = clusterTraits(db, users, kinds)[1]!.filter(({ kind }) => kind === 'brand');
    expect(brands).toEqual([]);
    const mixed = users.map((_, row) => row % 2);
    expect(clusterTraits(db, users, mixed).flat()).not.toContainEqual(expect.objectContaining({ kind: 'category' }));
  });

  it('count an attribute among users who declared it', () => {
    const { db, users, kinds } = twoKinds();
    db.prepare("INSERT INTO attributes (name) VALUES ('age')").run();
    db.prepare(
      "INSERT INTO user_attributes SELECT u.id, a.id, '30' FROM users u, attributes a WHERE a.name = 'age'",
    ).run();
    const [phones] = clusterTraits(db, users, kinds);
    expect(phones).toContainEqual(
      expect.objectContaining({ kind: 'attribute', name: '上海', share: 1, overall: expect.closeTo(1 / 3) }),
    );
    expect(phones).not.toContainEqual(expect.objectContaining({ of: 'age' }));
  });

  it('have finite figures, also for a measure that is 0 for most users', () => {
    const { db, users } = twoKinds();
    const purchases = "action = (SELECT id FROM actions WHERE name = 'purchase')";
    db.prepare(`DELETE FROM events WHERE ${purchases} AND user % 3 <> 0`).run();
    const buyers = new Set(db.prepare(`SELECT user FROM events WHERE ${purchases}`).pluck().all());
    const bought = users.map((user) => (buyers.has(user) ? 0 : 1));
    const frequency = clusterTraits(db, users, bought)[0]!.find(({ name }) => name === 'frequency');
    expect(frequency).toMatchObject({ level: 'high', share: 1, overall: 0 });
    expect(frequency!.z).toBeLessThan(100);
  });

  it('are sorted by significance', () => {
    const { db, users, kinds } = twoKinds();
    for (const traits of clusterTraits(db, users, kinds)) {
      const sureness = traits.map(({ z }) => Math.abs(z));
      expect(sureness.length).toBeGreaterThan(0);
      expect(sureness).toEqual(sureness.toSorted((a, b) => b - a));
    }
  });
});
