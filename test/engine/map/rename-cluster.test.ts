import { expect, it } from 'vitest';
import { testEngine } from '../../support/engine.ts';
import { addMap, fillShop } from '../../support/shop.ts';

it('a cluster has the name that a person gives it, also after the workspace was closed, until it is taken back', async () => {
  const { client, engine, home } = testEngine();
  const path = `${home}/shop.portrait`;
  await client.call('workspace.create', { path });
  fillShop(engine.workspace(), { events: [{ user: 'ann', time: 0, action: 'view' }] });
  addMap(engine.workspace(), 'map-1', [{ user: 'ann', x: 0, y: 0, cluster: 0 }]);
  const traits = JSON.stringify({ traits: [], number: 1 });
  const sql = "INSERT INTO clusters (map, id, code, params, size, traits) VALUES ('map-1', 0, 'traits', ?, 1, '[]')";
  engine.workspace().db.prepare(sql).run(traits);
  const name = async () => (await client.call('map.clusters', { map: 'map-1' })).clusters[0]?.name;
  const rename = (text: string | null, cluster = 0, map = 'map-1') =>
    client.call('map.renameCluster', { map, cluster, name: text });

  expect(await rename(' 回头客 ')).toEqual({ previous: null });
  await client.call('workspace.close', {});
  await client.call('workspace.open', { path });
  expect(await name()).toEqual({ code: 'text', params: { text: '回头客' } });
  expect(await rename('Regulars')).toEqual({ previous: '回头客' });
  expect(await rename(null)).toEqual({ previous: 'Regulars' });
  expect(await name()).toEqual({ code: 'traits', params: { traits: [], number: 1 } });
  await expect(rename('x', 7)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
  await expect(rename('x', 0, 'map-2')).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
});
