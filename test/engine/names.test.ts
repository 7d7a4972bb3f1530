import { describe, expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
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
  return { client, engine, suggest };
}

function fillUsers(engine: Engine, names: readonly string[]): void {
  const insert = engine.workspace().db.prepare('INSERT INTO users (name) VALUES (?)');
  for (const name of names) insert.run(name);
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

describe('a search of names', () => {
  test('finds users by a part of their name, the whole name and its start first', async () => {
    const { client, engine } = await shop();
    fillUsers(engine, ['U12', 'U1', 'xU1', 'a-u1', 'other']);
    const { users } = await client.call('names.search', { text: 'u1' });
    expect(users).toEqual(['U1', 'U12', 'a-u1', 'xU1']);
  });

  test('finds items by name, by either title and by the pinyin initials of a Chinese one', async () => {
    const { client, engine } = await shop();
    engine.workspace().db.prepare("UPDATE items SET title = '手机壳', title_en = 'Phone case' WHERE name = 'i1'").run();
    const found = async (text: string) => (await client.call('names.search', { text })).items.map(({ name }) => name);
    expect(await found('sj')).toEqual(['i1']);
    expect(await found('手机')).toEqual(['i1']);
    expect(await found('case phone')).toEqual(['i1']);
    expect(await found('ball')).toEqual(['ball-3', 'i2']);
    expect(await found('_')).toEqual([]);
  });

  test('returns no more than the limit of each, the best ones', async () => {
    const { client, engine } = await shop();
    fillUsers(engine, ['aaaa', 'aaa', 'aa', 'xa']);
    expect((await client.call('names.search', { text: 'a', limit: 3 })).users).toEqual(['a', 'aa', 'aaa']);
  });

  test('of an empty text finds nothing', async () => {
    const { client } = await shop();
    expect(await client.call('names.search', { text: ' ' })).toEqual({ users: [], items: [] });
  });
});
