import { describe, expect, it } from 'vitest';
import type { Output } from '../../../shared/contract/index.ts';
import { textsOf } from '../../../shared/domain/text-column.ts';
import { clusterNameText } from '../../../shared/texts/cluster-name.ts';
import { likesPhones, trainedShop } from '../../support/trained-shop.ts';

describe('the map of a run', () => {
  it('requires profiles', async () => {
    const { client, run } = await trainedShop();
    await expect(client.run('map.compute', { run })).rejects.toMatchObject({ code: 'NO_PROFILES' });
    await expect(client.run('map.compute', { run: 'run-9' })).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    await expect(client.call('map.points', { map: 'map-1' })).rejects.toMatchObject({ code: 'MAP_NOT_FOUND' });
    expect(await client.call('map.list', {})).toEqual({ maps: [] });
  });

  it('has a point for each user, and clusters named by their users’ behaviour', async () => {
    const { client, run } = await trainedShop();
    await client.run('profile.compute', { run });
    const mapResult = await client.run('map.compute', { run, neighbours: 8, epochs: 60, resolution: 0.5 });
    expect(mapResult).toMatchObject({ map: 'map-1', points: 60 });
    expect(mapResult.clusters.reduce((sum, { size }) => sum + size, 0)).toBe(60);

    const points = await client.call('map.points', { map: 'map-1' });
    const { users, x, y, cluster } = points;
    const names = textsOf(points.names);
    expect(names).toHaveLength(60);
    expect([x, y].every((column) => column.every(Number.isFinite))).toBe(true);
    const { clusters } = await client.call('map.clusters', { map: 'map-1' });
    expect(clusters.map(({ id, name, size }) => ({ id, name, size }))).toEqual(mapResult.clusters);
    const right = names.filter((user, row) => {
      const { name } = clusters[cluster[row]!]!;
      return clusterNameText(name).startsWith(likesPhones(user) ? 'tech' : 'food');
    });
    expect(right.length).toBeGreaterThanOrEqual(57);

    const { cluster: userCluster } = await client.call('profile.user', { user: names[0]! });
    expect(userCluster).toMatchObject({ map: 'map-1', id: cluster[0] });
    expect(users).toEqual(users.toSorted());
  });

  it('is deterministic for a seed, and is stored beside earlier maps', async () => {
    const { client, run } = await trainedShop();
    await client.run('profile.compute', { run });
    const input = { run, neighbours: 8, epochs: 40, seed: 5 };
    await client.run('map.compute', input);
    await client.run('map.compute', input);
    const first = await client.call('map.points', { map: 'map-1' });
    expect(await client.call('map.points', { map: 'map-2' })).toEqual(first);
    const { maps } = await client.call('map.list', {});
    expect(maps.map(({ id }) => id)).toEqual(['map-2', 'map-1']);
    expect(maps[0]).toMatchObject({
      run,
      points: 60,
      parameters: { neighbours: 8, epochs: 40, seed: 5, minDist: 0.1 },
    });
  });

  it('shows its points while they settle, and leaves nothing behind when it is cancelled', async () => {
    const { client, run } = await trainedShop();
    await client.run('profile.compute', { run });
    const cancelled = new Set<string>();
    const layouts: Promise<Output<'jobs.layout'>>[] = [];
    const mapping = client.run('map.compute', { run, neighbours: 8, epochs: 5000 }, ({ id, progress }) => {
      if (progress?.stage !== 'map.layout' || cancelled.has(id)) return;
      cancelled.add(id);
      layouts.push(client.call('jobs.layout', { job: id }));
      void client.call('jobs.cancel', { job: id });
    });
    await expect(mapping).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(cancelled.size).toBe(1);
    const { x, y, cluster } = (await layouts[0])?.layout ?? {};
    expect([x?.length, y?.length, cluster?.length]).toEqual([60, 60, 60]);
    expect([...x!, ...y!].every(Number.isFinite)).toBe(true);
    expect(await client.call('jobs.layout', { job: [...cancelled][0]! })).toEqual({ layout: null });
    expect(await client.call('map.list', {})).toEqual({ maps: [] });
  });
});
