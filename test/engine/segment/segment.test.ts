import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testEngine } from '../../support/engine.ts';
import type { Shop } from '../../support/shop.ts';
import { addMap, fillShop } from '../../support/shop.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const at = (user: string, day: number, action: string, item: string, amount?: number) => ({
  ...{ user, time: START + day * DAY, action, item, amount, session: `${day}` },
});

const shop: Shop = {
  events: [
    at('anna', 0, 'view', 'phone'),
    at('anna', 1, 'view', 'phone'),
    at('anna', 1, 'view', 'case'),
    at('anna', 2, 'purchase', 'phone', 999.9),
    at('bo', 0, 'view', 'tent'),
    at('bo', 4, 'purchase', 'tent'),
    at('=cmd', 10, 'view', 'case'),
  ],
  items: [
    { item: 'phone', title: '手机', category: '数码/手机', brand: '云帆', price: 1000 },
    { item: 'case', category: '数码/手机', price: 20 },
    { item: 'tent', category: '户外/露营', price: 300.5 },
  ],
  users: { anna: { gender: 'F', city: '上海' }, bo: { gender: 'M' }, quiet: { gender: 'F' } },
};

async function openShop(more: Shop['events'] = []) {
  const { engine, client } = testEngine();
  await client.call('workspace.create', { path: join(engine.files.home, 'shop.portrait') });
  fillShop(engine.workspace(), { ...shop, events: [...shop.events, ...more] });
  addMap(engine.workspace(), 'map-1', [
    { user: 'anna', x: 0.5, y: -1, cluster: 0 },
    { user: 'bo', x: 5, y: 5, cluster: 1 },
  ]);
  return { engine, client, folder: join(engine.workspace().path, 'exports') };
}

const lines = (file: string) => readFileSync(file, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');

describe('segments', () => {
  it('are previewed without being saved, with the rule as text', async () => {
    const { client } = await openShop();
    const rule = 'viewed at least 3 times and purchased';
    const preview = await client.call('segment.preview', { definition: { rule }, minimumUsers: 1 });
    expect(preview).toMatchObject({ size: 1, users: 4, rule: 'count(view) >= 3 and count(purchase) >= 1' });
    const phones = preview.lift.of.findIndex((of, i) => of === 'purchase' && preview.lift.name[i] === '数码/手机');
    expect(preview.lift.lift[phones]).toBe(4);
    expect((await client.call('segment.list', {})).segments).toEqual([]);
  });

  it('are saved with their members, listed, replaced only on request, and deleted', async () => {
    const { client } = await openShop();
    const women = { name: 'women', definition: { rule: 'gender = F' } };
    expect(await client.call('segment.create', women)).toMatchObject({ segment: 'women', size: 2, users: 4 });
    await expect(client.call('segment.create', women)).rejects.toMatchObject({ code: 'SEGMENT_EXISTS' });
    const men = { name: 'women', definition: { rule: 'gender = M' }, replace: true };
    expect(await client.call('segment.create', men)).toMatchObject({ size: 1 });
    const { segments } = await client.call('segment.list', {});
    expect(segments).toMatchObject([{ name: 'women', size: 1, rule: 'gender = M' }]);
    await client.call('segment.delete', { segment: 'women' });
    await expect(client.call('segment.delete', { segment: 'women' })).rejects.toMatchObject({
      code: 'SEGMENT_NOT_FOUND',
    });
    await expect(client.call('segment.get', { segment: 'women' })).rejects.toMatchObject({ code: 'SEGMENT_NOT_FOUND' });
  });

  it('are compared without the features that their rule names', async () => {
    const { client } = await openShop();
    const features = async (rule: string) => {
      const { lift } = await client.call('segment.preview', { definition: { rule }, minimumUsers: 1 });
      return lift.kind.map((kind, i) => `${kind} ${lift.of[i] ?? ''} ${lift.name[i] ?? ''}`.trim());
    };
    const never = await features('count(purchase) = 0');
    expect(never).not.toContain('behaviour purchase');
    expect(never).toContain('behaviour view');
    expect(never).toContain('behaviour purchase 户外/露营');
    expect(await features('gender = F')).not.toContain('attribute gender M');
    const ofCategory = await features('count(purchase, category = 数码) >= 1');
    expect(ofCategory).not.toContain('behaviour purchase 数码/手机');
    expect(ofCategory).toContain('behaviour view 数码/手机');
    expect(await features('count(any, item = tent) >= 1')).not.toContain('item  tent');
  });

  it('are restored by their number where several of a name were deleted', async () => {
    const { client } = await openShop();
    const create = (rule: string) => client.call('segment.create', { name: 'some', definition: { rule } });
    const ruleNow = async () => (await client.call('segment.get', { segment: 'some' })).rule;
    await create('gender = F');
    const first = (await client.call('segment.delete', { segment: 'some' })).deleted;
    await create('gender = M');
    await client.call('segment.delete', { segment: 'some' });
    await client.call('segment.restore', { segment: 'some', deleted: first });
    expect(await ruleNow()).toBe('gender = F');
  });

  it('change places with the one that replaced them', async () => {
    const { client } = await openShop();
    const create = (rule: string) =>
      client.call('segment.create', { name: 'some', definition: { rule }, replace: true });
    const get = () => client.call('segment.get', { segment: 'some' });
    expect((await create('gender = F')).replaced).toBeNull();
    const [first, { replaced }] = [await get(), await create('gender = M')];
    const second = await get();
    const back = await client.call('segment.restore', { segment: 'some', deleted: replaced!, replace: true });
    expect(await get()).toEqual(first);
    await client.call('segment.restore', { segment: 'some', deleted: back.replaced!, replace: true });
    expect(await get()).toEqual(second);
  });

  it('are restored after their deletion exactly as they were, unless the name is taken', async () => {
    const { client, engine } = await openShop();
    const women = { name: 'women', definition: { rule: 'gender = F' } };
    await client.call('segment.create', women);
    const get = () => client.call('segment.get', { segment: 'women' });
    const before = await get();
    await client.call('segment.delete', { segment: 'women' });
    // As on a full disk, the first attempt fails.
    const { db } = engine.workspace();
    db.exec("CREATE TEMP TRIGGER full BEFORE INSERT ON segments BEGIN SELECT RAISE(ABORT, 'full'); END");
    await expect(client.call('segment.restore', { segment: 'women' })).rejects.toThrow();
    db.exec('DROP TRIGGER full');
    await client.call('segment.restore', { segment: 'women' });
    expect(await get()).toEqual(before);
    await expect(client.call('segment.restore', { segment: 'women' })).rejects.toMatchObject({
      code: 'SEGMENT_EXISTS',
    });
    await expect(client.call('segment.restore', { segment: 'men' })).rejects.toMatchObject({
      code: 'SEGMENT_NOT_FOUND',
    });
  });

  it('list their members page by page, with measures, in the requested order', async () => {
    const { client } = await openShop();
    await client.call('segment.create', { name: 'all', definition: { rule: 'events >= 0' } });
    const page = { segment: 'all', order: 'monetary', descending: true, limit: 2 } as const;
    const first = await client.call('segment.get', page);
    expect(first).toMatchObject({ size: 4, users: 4, map: 'map-1', rule: 'events >= 0' });
    expect(first.members.users).toEqual(['anna', 'bo']);
    expect(first.members.attributes.map((of) => Object.fromEntries(of))).toEqual([
      { gender: 'F', city: '上海' },
      { gender: 'M' },
    ]);
    expect([...first.members.monetary]).toEqual([999.9, 300.5]);
    expect([...first.members.frequency]).toEqual([1, 1]);
    expect([...first.members.recency]).toEqual([8, 6]);
    expect([...first.members.sessions]).toEqual([3, 2]);
    expect(first.members.cluster).toEqual([0, 1]);
    const rest = await client.call('segment.get', { ...page, order: 'recency', offset: 2, liftRows: 0 });
    expect(rest.members.users).toEqual(['=cmd', 'quiet']);
    expect([...rest.members.recency]).toEqual([0, Number.NaN]);
    expect(rest.members.cluster).toEqual([null, null]);
    expect(rest.lift.name).toEqual([]);
  });

  it('are defined on the map by a lasso or a cluster', async () => {
    const { client } = await openShop();
    const polygon: [number, number][] = [
      [0, -2],
      [1, -2],
      [1, 0],
      [0, 0],
    ];
    expect(await client.call('segment.preview', { definition: { lasso: { map: 'map-1', polygon } } })).toMatchObject({
      size: 1,
      rule: null,
    });
    const cluster = { cluster: { map: 'map-1', cluster: 1 } };
    expect(await client.call('segment.create', { name: 'c', definition: cluster })).toMatchObject({ size: 1 });
    expect((await client.call('segment.list', {})).segments[0]?.definition).toEqual(cluster);
    const nowhere = { lasso: { map: 'map-9', polygon } };
    await expect(client.call('segment.preview', { definition: nowhere })).rejects.toMatchObject({
      code: 'MAP_NOT_FOUND',
    });
  });

  it('are exported with attributes, measures and the cluster, safely for spreadsheets', async () => {
    const { client, folder } = await openShop();
    await client.call('segment.create', {
      name: '看过手机',
      definition: { rule: 'count(view, category = 数码) >= 1' },
    });
    const { rows, file, sha256 } = await client.call('segment.export', { segment: '看过手机' });
    expect({ rows, file }).toEqual({ rows: 2, file: join(folder, '看过手机.csv') });
    expect(lines(file)).toEqual([
      'user,city,gender,events,sessions,recency_days,frequency,monetary,monetary_gross,cluster',
      'anna,上海,F,4,3,8,1,999.9,999.9,0',
      "'=cmd,,,1,1,0,0,0,0,",
    ]);
    expect(JSON.parse(readFileSync(`${file}.manifest.json`, 'utf8'))).toMatchObject({
      ...{ what: 'segment', segment: '看过手机', rule: 'count(view, category = "数码") >= 1', clustersOf: 'map-1' },
      ...{
        rows: 2,
        sha256,
        portrait: expect.stringMatching(/^\d+\.\d+\.\d+/),
        exported: expect.stringMatching(/^\d{4}-/),
      },
    });
  });

  it('are exported to the given path', async () => {
    const { client, engine } = await openShop();
    const out = join(engine.files.home, 'points.csv');
    expect(await client.call('segment.export', { map: 'map-1', out })).toMatchObject({ rows: 2, file: out });
    expect(lines(out)).toEqual(['user,x,y,cluster', 'anna,0.5,-1,0', 'bo,5,5,1']);
    const nowhere = { map: 'map-1', out: join(engine.files.home, 'none', 'points.csv') };
    await expect(client.call('segment.export', nowhere)).rejects.toMatchObject({ code: 'CANNOT_WRITE' });
    await expect(client.call('segment.export', { map: 'map-2' })).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
  });
});

describe('profiles', () => {
  it('are exported with measures, top interests and the vector', async () => {
    const many = (event: Shop['events'][number]) => Array.from({ length: 30 }, () => event);
    const more = [...many(at('anna', 2, 'view', 'phone')), ...many(at('bo', 4, 'view', 'tent'))];
    const { client, engine, folder } = await openShop(more);
    await expect(client.call('segment.export', { profiles: 'run-1' })).rejects.toMatchObject({ code: 'NO_PROFILES' });
    await expect(client.call('segment.export', { profiles: 'run-9' })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    const { db } = engine.workspace();
    const add = db.prepare("INSERT INTO profiles SELECT 'run-1', id, ? FROM users WHERE name = ?");
    for (const user of ['anna', 'bo']) add.run(Buffer.from(Float32Array.of(0.5, -2).buffer), user);
    const { rows, file } = await client.call('segment.export', { profiles: 'run-1' });
    expect({ rows, file }).toEqual({ rows: 2, file: join(folder, 'profiles-run-1.csv') });
    expect(lines(file)).toEqual([
      'user,events,sessions,recency_days,frequency,monetary,monetary_gross,interest_1,interest_2,interest_3,v0,v1',
      'anna,34,3,8,1,999.9,999.9,数码/手机,,,0.5,-2',
      'bo,32,2,6,1,300.5,300.5,户外/露营,,,0.5,-2',
    ]);
    await client.call('traits.save', { name: 'v0', formula: 'count(view) / 2' });
    const { file: withTrait } = await client.call('segment.export', { profiles: 'run-1' });
    expect(lines(withTrait).map((line) => line.split(',').slice(-4).join())).toEqual([
      'interest_3,trait_v0,v0,v1',
      ',16.5,0.5,-2',
      ',15.5,0.5,-2',
    ]);
  });
});
