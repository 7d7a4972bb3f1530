import { describe, expect, test } from 'vitest';
import { testEngine } from '../support/engine.ts';
import { fillShop } from '../support/shop.ts';

async function shop() {
  const { engine, client } = testEngine();
  await client.call('workspace.create', { path: `${engine.files.home}/shop.portrait` });
  fillShop(engine.workspace(), {
    events: [{ user: 'a', time: 0, action: 'view', item: 'i1', category: 'toys/100%_fun', brand: 'Acme' }],
    items: [
      { item: 'i1', title: 'Red ball', category: 'toys/100%_fun', brand: 'Acme' },
      { item: 'i2', title: 'Blue ball', category: 'toys', brand: 'Beta' },
      { item: 'ball-3', title: 'Kite', category: 'toys' },
    ],
    users: { a: { city: '上海' }, b: { city: '北京' }, c: { city: '上海' }, d: { size: '上海' } },
  });
  const suggest = async (kind: 'category' | 'brand' | 'item', text = '') =>
    (await client.call('names.suggest', { of: { kind }, text })).names.map(({ name }) => name);
  return { client, suggest };
}

describe('name suggestions', () => {
  test('match a part of names and titles, those with a matching start first', async () => {
    const { suggest } = await shop();
    expect(await suggest('item', 'BALL')).toEqual(['ball-3', 'i1', 'i2']);
    expect(await suggest('brand', 'eta')).toEqual(['Beta']);
    expect(await suggest('category')).toEqual(['toys', 'toys/100%_fun']);
  });

  test('treat the wildcards of LIKE as plain characters', async () => {
    const { suggest } = await shop();
    expect(await suggest('category', '100%_')).toEqual(['toys/100%_fun']);
    expect(await suggest('category', '_')).toEqual(['toys/100%_fun']);
    expect(await suggest('category', 't%y')).toEqual([]);
  });

  test('are limited to values of the attribute, the most frequent first', async () => {
    const { client } = await shop();
    const answer = await client.call('names.suggest', { of: { kind: 'value', attribute: 'city' } });
    expect(answer.names).toEqual([
      { name: '上海', title: null, titleEn: null },
      { name: '北京', title: null, titleEn: null },
    ]);
  });
});
