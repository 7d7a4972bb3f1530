import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Facet } from '../../../shared/contract/explore.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { Random } from '../../../shared/domain/random.ts';
import { testEngine } from '../../support/engine.ts';
import { addPrediction } from '../../support/scored-prediction.ts';
import { addMap, fillShop, type Shop } from '../../support/shop.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BASE = Date.parse('2026-01-01T00:00:00Z');

const shop: Shop = {
  items: [
    { item: 'phone', category: '数码/手机', brand: 'A', price: 100 },
    { item: 'pear', category: '食品', brand: 'B', price: 2 },
  ],
  users: { u1: { city: '上海', age: '30' }, u2: { city: '北京' }, u3: { city: '上海' }, u4: {} },
  events: [
    { user: 'u1', time: BASE + 20 * HOUR, action: 'view', item: 'phone' },
    { user: 'u1', time: BASE + 21 * HOUR, action: 'view', item: 'phone' },
    { user: 'u1', time: BASE + 21 * HOUR, action: 'purchase', item: 'phone' },
    { user: 'u2', time: BASE + DAY + 8 * HOUR, action: 'view', item: 'pear' },
    { user: 'u3', time: BASE + 2 * DAY, action: 'view', item: 'phone' },
  ],
};

const points = [
  { user: 'u1', x: 0, y: 0, cluster: 0 },
  { user: 'u3', x: 1, y: 1, cluster: 1 },
  { user: 'u4', x: 5, y: 5, cluster: 1 },
];

async function openShop(contents: Shop | null = shop) {
  const { engine, client } = testEngine();
  await client.call('workspace.create', { path: join(engine.files.home, 'shop.portrait') });
  const workspace = engine.workspace();
  if (contents) fillShop(workspace, contents);
  if (contents?.users) addMap(workspace, 'map-1', points);
  return { client, workspace };
}

/** The counts of a facet by value or by the lower edge of a bin, those of bins without users left out. */
function countsOf(facets: readonly Facet[], kind: Facet['kind'], name?: string) {
  const facet = facets.find(
    (other) => other.kind === kind && (name === undefined || ('name' in other && other.name === name)),
  );
  if (!facet) return null;
  const keys =
    'values' in facet
      ? facet.values
      : 'edges' in facet
        ? [...facet.edges]
        : facet.kind === 'cluster'
          ? [...facet.clusters]
          : [...facet.selected.keys()];
  const entries = [...facet.everyone].map((everyone, i) => [String(keys[i]), [facet.selected[i], everyone]] as const);
  return Object.fromEntries(entries.filter(([, [, everyone]]) => everyone !== 0));
}

describe('a selection', () => {
  it('is everyone, or the users of a rule, with the points of the map as bits', async () => {
    const { client } = await openShop();
    const everyone = await client.call('explore.select', { rule: null, map: 'map-1' });
    expect(everyone).toEqual({ size: 4, users: 4, rule: null, members: Uint8Array.of(0b111), onMap: 3 });
    const some = await client.call('explore.select', { rule: 'city = 上海 and view >= 1', map: 'map-1' });
    expect(some).toEqual({
      ...{ size: 2, users: 4, rule: 'city = 上海 and count(view) >= 1' },
      ...{ members: Uint8Array.of(0b011), onMap: 2 },
    });
    const rule = { all: [{ users: ['u2', 'u4'] }] };
    expect(await client.call('explore.select', { rule, map: null })).toMatchObject({
      ...{ size: 2, rule: 'user in ("u2", "u4")', members: new Uint8Array(0), onMap: 0 },
    });
    const area = 'lasso("map-1", -1 -1, 2 -1, 2 2, -1 2)';
    expect(await client.call('explore.select', { rule: area, map: 'map-1' })).toMatchObject({ size: 2, onMap: 2 });
  });

  it('is counted by every feature that the data has, each without its own conditions', async () => {
    const { client, workspace } = await openShop();
    addPrediction(workspace, {
      ...{ run: 'run-2', target: { kind: 'returns', days: 30 }, kind: 'classes', classes: ['no', 'yes'] },
      scores: { u1: [0.2, 0.8], u2: [0.9, 0.1], u3: [0.5, 0.5], u4: [0.01, 0.99] },
    });
    addPrediction(workspace, {
      ...{ run: 'run-3', title: 'Gender', kind: 'classes', classes: ['F', 'M', 'X'] },
      target: { kind: 'attribute', attribute: 'gender', as: 'classes' },
      scores: { u1: [0.2, 0.7, 0.1], u2: [0.9, 0.1, 0], u3: [0.4, 0.4, 0.2] },
    });
    const rule = 'city = 上海 and purchase';
    const { size, users, facets } = await client.call('explore.facets', { rule, map: 'map-1' });
    expect({ size, users }).toEqual({ size: 1, users: 4 });
    expect(countsOf(facets, 'attribute', 'city')).toEqual({ 上海: [1, 2], 北京: [0, 1] });
    expect(countsOf(facets, 'action')).toEqual({ view: [2, 3], purchase: [1, 1] });
    expect(countsOf(facets, 'category')).toEqual({ 数码: [1, 2], 食品: [0, 1] });
    expect(countsOf(facets, 'brand')).toEqual({ A: [1, 2], B: [0, 1] });
    expect(countsOf(facets, 'hour')).toEqual({ 0: [0, 1], 8: [0, 1], 20: [1, 1], 21: [1, 1] });
    expect(countsOf(facets, 'measure', 'events')).toEqual({ 0: [0, 1], 1: [0, 2], 3: [1, 1] });
    expect(countsOf(facets, 'measure', 'frequency')).toEqual({ 0: [0, 3], 1: [1, 1] });
    expect(countsOf(facets, 'measure', 'sessions')).toBeNull();
    expect(countsOf(facets, 'cluster')).toEqual({ 0: [1, 1], 1: [0, 2] });
    expect(countsOf(facets, 'score', 'returns')).toEqual({ 0.1: [0, 1], 0.5: [0, 1], 0.8: [1, 1], 0.95: [0, 1] });
    expect(countsOf(facets, 'class', 'Gender')).toEqual({ M: [1, 1], F: [0, 2] });
  });

  it('lists as many values as were asked for, those that the rule names too, and says how many there are besides', async () => {
    const users = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`u${i}`, { shoe: `size ${i % 10}` }]));
    const { client } = await openShop({ events: [], users });
    const { facets } = await client.call('explore.facets', { rule: 'shoe = "size 9"', map: null, limit: 3 });
    expect(facets).toEqual([
      {
        ...{ kind: 'attribute', name: 'shoe', further: 6, values: ['size 0', 'size 1', 'size 2', 'size 9'] },
        ...{ selected: Int32Array.of(3, 3, 3, 3), everyone: Int32Array.of(3, 3, 3, 3) },
      },
    ]);
  });

  it('is listed page by page with measures', async () => {
    const { client } = await openShop();
    const page = await client.call('explore.users', { rule: 'view', order: 'events', descending: true, limit: 2 });
    expect(page).toMatchObject({
      size: 3,
      members: {
        users: ['u1', 'u2'],
        events: Int32Array.of(3, 1),
        monetary: Float64Array.of(100, 0),
        cluster: [0, null],
      },
    });
    const rest = await client.call('explore.users', { rule: 'view', order: 'recency', offset: 1 });
    expect(rest.members.users).toEqual(['u2', 'u1']);
    const backwards = await client.call('explore.users', { rule: null, descending: true, offset: 1, limit: 2 });
    expect(backwards.members.users).toEqual(['u3', 'u2']);
    expect((await client.call('explore.users', { rule: null, offset: 9 })).members.users).toEqual([]);
  });

  it('is listed by an attribute, whose values are compared as numbers if all are, and by cluster', async () => {
    const names = async (contents: Shop, input: Partial<Input<'explore.users'>>) => {
      const { client } = await openShop(contents);
      return (await client.call('explore.users', { rule: null, ...input })).members.users;
    };
    const ages = { u1: { age: '30' }, u2: { age: '4' }, u3: {}, u4: { age: '200' } };
    const mixed = { ...ages, u2: { age: 'four' } };
    const order = { attribute: 'age' };
    expect(await names({ ...shop, users: ages }, { order })).toEqual(['u2', 'u1', 'u4', 'u3']);
    expect(await names({ ...shop, users: ages }, { order, descending: true })).toEqual(['u4', 'u1', 'u2', 'u3']);
    expect(await names({ ...shop, users: mixed }, { order })).toEqual(['u4', 'u1', 'u2', 'u3']);
    expect(await names(shop, { order: 'cluster', descending: true })).toEqual(['u3', 'u4', 'u1', 'u2']);
    await expect(names(shop, { order: { attribute: 'height' } })).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
  });

  it('has the same order in a large shop, which is sorted on the columnar copy', async () => {
    const random = new Random(3, 0);
    const users = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`u${i}`, random.chance(0.8) ? { age: `${random.integer(40)}` } : {}]),
    );
    const events = Object.keys(users).flatMap((user, i) =>
      i % 3 === 0 ? [] : [{ user, time: BASE + i, action: i % 2 === 0 ? 'view' : 'cart' }],
    );
    const { client } = await openShop({ users, events });
    const ageOf = (user: string) => users[user]?.age;
    for (const descending of [false, true]) {
      for (const rule of [null, 'view', 'age >= 20']) {
        const input = { rule, order: { attribute: 'age' }, descending } as const;
        const all = (await client.call('explore.users', { ...input, limit: 1000 })).members.users;
        const known = all.filter((user) => ageOf(user) !== undefined);
        const sign = descending ? -1 : 1;
        const place = (user: string) => Number(user.slice(1));
        const expected = known.toSorted((a, b) => sign * (Number(ageOf(a)) - Number(ageOf(b))) || place(a) - place(b));
        expect(all.slice(0, known.length)).toEqual(expected);
        const page = await client.call('explore.users', { ...input, offset: 37, limit: 20 });
        expect(page.members.users).toEqual(all.slice(37, 57));
        expect(page.size).toBe(all.length);
      }
    }
  });

  it('is shown in columns that are chosen for the workspace', async () => {
    const { client } = await openShop();
    expect(await client.call('explore.columns', {})).toEqual({ columns: null });
    const columns = ['events', 'attribute:city'];
    await client.call('explore.changeColumns', { columns });
    const { path } = (await client.call('workspace.info', {})).workspace!;
    await client.call('workspace.close', {});
    await client.call('workspace.open', { path });
    expect(await client.call('explore.columns', {})).toEqual({ columns });
    await client.call('explore.changeColumns', { columns: null });
    expect(await client.call('explore.columns', {})).toEqual({ columns: null });
  });

  it('is listed in the same order however the page is found', async () => {
    const users = Array.from({ length: 1500 }, (_, i) => `u${i}`);
    const events = users.flatMap((user, i) =>
      Array.from({ length: 1 + ((i * 7919) % 13) }, (_, n) => ({ user, time: BASE + n, action: 'view' })),
    );
    const { client } = await openShop({ events });
    const all = await client.call('explore.users', {
      rule: null,
      order: 'events',
      descending: true,
      offset: 500,
      limit: 1000,
    });
    const few = await client.call('explore.users', {
      rule: null,
      order: 'events',
      descending: true,
      offset: 500,
      limit: 50,
    });
    expect(few.members.users).toEqual(all.members.users.slice(0, 50));
    expect([...all.members.events]).toEqual([...all.members.events].sort((a, b) => b - a));
  });

  it('follows the data, the zone and saved segments', async () => {
    const { client, workspace } = await openShop();
    const size = async (rule: string) => (await client.call('explore.select', { rule, map: null })).size;
    expect(await size('count(view, hours = 20..21)')).toBe(1);
    await client.call('workspace.changeSettings', { timeZone: 'Asia/Shanghai' });
    expect(await size('count(view, hours = 20..21)')).toBe(0);
    expect(await size('count(view, hours = 4..5)')).toBe(1);
    expect(countsOf((await client.call('explore.facets', { rule: null, map: null })).facets, 'hour')).toMatchObject({
      16: [1, 1],
    });
    await client.call('segment.create', { name: 'VIP', definition: { rule: 'purchase' } });
    expect(await size('segment("VIP")')).toBe(1);
    await client.call('segment.create', { name: 'VIP', definition: { rule: 'view' }, replace: true });
    expect(await size('segment("VIP")')).toBe(3);
    workspace.db.exec(`INSERT INTO imports (id, file, sha256, kind, time_kind, mapping, imported, rows, events, rejected, duplicates, seconds)
      VALUES (9, 'more.csv', 'x', 'events', 'clock', '{}', 1, 1, 1, 0, 0, 0);
      INSERT INTO users (id, name) VALUES (90, 'u9');
      INSERT INTO events (user, time, seq, action, import) VALUES (90, 0, 0, 1, 9)`);
    expect(await size('view')).toBe(4);
  });

  it('is refused for a map, a segment or a name that there is not, and a rule that is wrong', async () => {
    const { client } = await openShop();
    const select = (rule: string, map: string | null = null) => client.call('explore.select', { rule, map });
    await expect(select('view', 'map-7')).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
    await expect(client.call('explore.facets', { rule: null, map: 'map-7' })).rejects.toMatchObject({
      code: 'MAP_NOT_FOUND',
    });
    await expect(select('segment("VIP")')).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
    await expect(select('prediction("x") > 1')).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
    await expect(select('view >')).rejects.toMatchObject({ code: 'RULE_SYNTAX', details: { position: 6 } });
    await expect(client.call('explore.users', { rule: 'veiw' })).rejects.toMatchObject({
      details: { nearest: ['view'] },
    });
  });

  it('is empty in an empty workspace', async () => {
    const { client } = await openShop(null);
    expect(await client.call('explore.select', { rule: 'events >= 0', map: null })).toMatchObject({
      size: 0,
      users: 0,
    });
    expect(await client.call('explore.facets', { rule: null, map: null })).toEqual({ size: 0, users: 0, facets: [] });
    expect(await client.call('explore.users', { rule: null })).toMatchObject({ size: 0, members: { users: [] } });
  });

  it('has neither hours nor recency if events have an order only', async () => {
    const { client } = await openShop({ ...shop, timeKind: 'order' });
    const { facets } = await client.call('explore.facets', { rule: null, map: null });
    expect(countsOf(facets, 'hour')).toBeNull();
    expect(countsOf(facets, 'measure', 'recency')).toBeNull();
    expect(countsOf(facets, 'measure', 'events')).not.toBeNull();
  });
});

describe('a segment whose rule names a segment', () => {
  it('may not name itself, also through another', async () => {
    const { client } = await openShop();
    await client.call('segment.create', { name: 'A', definition: { rule: 'purchase' } });
    await client.call('segment.create', { name: 'B', definition: { rule: 'segment(A) or view' } });
    const circle = { name: 'A', definition: { rule: 'not segment(B)' }, replace: true };
    await expect(client.call('segment.create', circle)).rejects.toMatchObject({
      ...{ code: 'RULE_CIRCULAR', details: { segment: 'A', path: ['A', 'B', 'A'] } },
    });
    const itself = { name: 'A', definition: { rule: 'segment(A)' }, replace: true };
    await expect(client.call('segment.create', itself)).rejects.toMatchObject({ code: 'RULE_CIRCULAR' });
    expect((await client.call('segment.get', { segment: 'A' })).size).toBe(1);
  });
});
