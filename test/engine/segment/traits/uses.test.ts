import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineClient } from '../../../../shared/protocol/client.ts';
import { testEngine } from '../../../support/engine.ts';
import { readCsv } from '../../../support/read-csv.ts';
import { addMap, fillShop, type Shop } from '../../../support/shop.ts';

const DAY = 86_400_000;
const BASE = Date.parse('2026-01-01T00:00:00Z');

const buy = (user: string, day: number, amount: number) => {
  return { user, time: BASE + day * DAY, action: 'purchase', category: '书', amount };
};
const shop: Shop = {
  users: { u1: { favourite: 'blue' }, u2: {}, u3: {}, u4: {} },
  events: [
    ...[buy('u1', 0, 10), buy('u1', 8, 30), buy('u2', 1, 100), buy('u3', 2, 5)],
    { user: 'u4', time: BASE, action: 'view', category: '茶' },
  ],
};

let client: EngineClient;

beforeEach(async () => {
  const { engine, client: of } = testEngine();
  client = of;
  await client.call('workspace.create', { path: join(engine.files.home, 'shop.portrait') });
  fillShop(engine.workspace(), shop);
  addMap(engine.workspace(), 'map-1', [
    { user: 'u1', x: 0, y: 0, cluster: 0 },
    { user: 'u3', x: 1, y: 1, cluster: 1 },
    { user: 'u4', x: 5, y: 5, cluster: 1 },
  ]);
  const save = (name: string, formula: string) => client.call('traits.save', { name, formula, unit: '€' });
  await save('basket', 'sum(purchase) / count(purchase)');
  await save('favourite', 'most_frequent(category)');
});

describe('a computed trait', () => {
  it('is a facet of a selection, counted without the conditions on itself', async () => {
    const rule = 'trait("basket") >= 10 and trait("favourite") = "书"';
    const { size, facets } = await client.call('explore.facets', { rule, map: null });
    expect(size).toBe(2);
    const numbers = facets.find((facet) => facet.kind === 'traitNumber');
    expect(numbers).toMatchObject({ name: 'basket', unit: '€' });
    const total = (counts: Int32Array | undefined) => counts?.reduce((sum, count) => sum + count, 0);
    expect([total(numbers?.everyone), total(numbers?.selected)]).toEqual([3, 3]);
    expect(facets.find((facet) => facet.kind === 'traitText')).toMatchObject({
      ...{ name: 'favourite', values: ['书', '茶'], further: 0 },
      ...{ everyone: Int32Array.of(3, 1), selected: Int32Array.of(2, 0) },
    });
  });

  it('is no facet while it cannot be evaluated, and others remain', async () => {
    await client.call('traits.save', { name: 'base', formula: 'count(view)' });
    await client.call('traits.save', { name: 'double', formula: '2 * trait("base")' });
    await client.call('traits.delete', { name: 'base' });
    const { facets } = await client.call('explore.facets', { rule: null, map: null });
    expect(facets.flatMap((facet) => (facet.kind.startsWith('trait') && 'name' in facet ? [facet.name] : []))).toEqual([
      'basket',
      'favourite',
    ]);
  });

  it('is a column of the selected users, by which they are ordered, unknown values last', async () => {
    const page = (trait: string, descending: boolean, offset = 0) =>
      client.call('explore.users', {
        ...{ rule: null, order: { trait }, descending, offset, traits: ['basket', 'favourite'] },
      });
    const { members } = await page('basket', true);
    expect(members.users).toEqual(['u2', 'u1', 'u3', 'u4']);
    expect(members.traits).toEqual([Float64Array.of(100, 20, 5, Number.NaN), ['书', '书', '书', '茶']]);
    expect((await page('basket', false)).members.users).toEqual(['u3', 'u1', 'u2', 'u4']);
    expect((await page('favourite', true, 1)).members.users).toEqual(['u1', 'u2', 'u3']);
    await expect(page('baskte', true)).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
  });

  it('follows its definition, the kinds of actions and the time zone', async () => {
    const values = async (trait: string) => {
      const { members } = await client.call('explore.users', { rule: null, traits: [trait] });
      return [...members.traits[0]!];
    };
    await client.call('traits.save', { name: 'carts', formula: 'count(view)' });
    expect(await values('carts')).toEqual([0, 0, 0, 1]);
    await client.call('traits.save', { name: 'carts', formula: 'count(view) + monetary', replace: true });
    expect(await values('carts')).toEqual([40, 100, 5, 1]);
    const kindOf = (kind: 'view' | 'cart') => ({ settings: new Map([['purchase', { kind, en: null, zh: null }]]) });
    await client.call('workspace.changeActions', kindOf('cart'));
    expect(await values('carts')).toEqual([0, 0, 0, 1]);
    await client.call('traits.save', { name: 'carts', formula: 'count(cart)', replace: true });
    expect(await values('carts')).toEqual([2, 1, 1, 0]);
    await client.call('workspace.changeActions', kindOf('view'));
    await expect(values('carts')).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
    await client.call('traits.save', { name: 'day', formula: 'first(any)' });
    expect(await values('day')).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-01']);
    await client.call('workspace.changeSettings', { timeZone: 'America/New_York' });
    expect(await values('day')).toEqual(['2025-12-31', '2026-01-01', '2026-01-02', '2025-12-31']);
  });

  it('colours the points of a map', async () => {
    const colour = (name: string, map = 'map-1') => client.call('map.colour', { map, by: { kind: 'trait', name } });
    expect(await colour('basket')).toEqual({ values: Float32Array.of(20, 5, Number.NaN) });
    expect(await colour('favourite')).toEqual({ labels: ['书', '茶'], codes: Int32Array.of(0, 0, 1) });
    await expect(colour('basket', 'map-9')).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
    await expect(colour('x')).rejects.toMatchObject({ code: 'RULE_UNKNOWN_NAME' });
  });

  it('is a column of an exported segment, with a name that no other column has', async () => {
    await client.call('segment.create', { name: 'all', definition: { rule: 'events >= 0' } });
    const { file } = await client.call('segment.export', { segment: 'all' });
    const rows = readCsv(readFileSync(file, 'utf8'));
    expect(rows[0]).toEqual(expect.arrayContaining(['favourite', 'basket', 'trait_favourite']));
    const cells = (user: string) =>
      Object.fromEntries(rows.find(([name]) => name === user)!.map((cell, i) => [rows[0]![i], cell]));
    expect(cells('u1')).toMatchObject({ favourite: 'blue', basket: '20', trait_favourite: '书' });
    expect(cells('u4')).toMatchObject({ basket: '', trait_favourite: '茶' });
  });
});
