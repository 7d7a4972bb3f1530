import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trainedShop, WIDTH } from '../../../support/trained-shop.ts';

const CONFIG = { width: WIDTH, layers: 2, heads: 2, length: 24, epochs: 12, batchSize: 16 };

describe('the movement of profiles between two runs', { timeout: 120_000 }, () => {
  it('without new events is that of the models', async () => {
    const { client } = await trainedShop();
    await client.run('profile.compute', { run: 'run-1' });
    const same = await client.run('profile.movement', { run: 'run-1', base: 'run-1' });
    expect(same.fit).toBeCloseTo(1, 5);
    expect(same.movers[0]!.distance).toBeLessThan(1e-3);
    expect(same).toMatchObject({ users: 60, onlyRun: 0, onlyBase: 0, newEvents: 0, correlation: null });

    await client.run('train.start', { config: { ...CONFIG, seed: 2 } });
    await expect(client.run('profile.movement', { run: 'run-2', base: 'run-1' })).rejects.toMatchObject({
      code: 'NO_PROFILES',
      details: { run: 'run-2' },
    });
    await client.run('profile.compute', { run: 'run-2' });
    const other = await client.run('profile.movement', { run: 'run-2', base: 'run-1' });
    // Both tell tea from phones, in coordinates that have nothing in common.
    expect(other.fit).toBeGreaterThan(0.5);
    expect(other.newEvents).toBe(0);
    expect(other.movers.every(({ shifts }) => shifts.length === 0)).toBe(true);
  });

  it('is largest for a user who has begun to do what others do, and names it', async () => {
    const { client, engine } = await trainedShop();
    await client.run('profile.compute', { run: 'run-1' });
    const lines = Array.from({ length: 40 }, (_, i) => {
      const time = new Date(Date.UTC(2024, 1, 1, 10, i)).toISOString();
      return `u3,${time},view,tea-${i % 6},food`;
    });
    const file = join(engine.files.home, 'more.csv');
    writeFileSync(file, ['user,time,action,item,category', ...lines, ''].join('\n'));
    await client.run('ingest.run', { files: [{ file }] });
    await client.run('train.start', { config: CONFIG });
    await client.run('profile.compute', { run: 'run-2' });
    const { movers, newEvents, correlation } = await client.run('profile.movement', {
      run: 'run-2',
      base: 'run-1',
      limit: 5,
    });
    expect(newEvents).toBe(40);
    expect(correlation).toBeGreaterThan(0);
    expect(movers).toHaveLength(5);
    expect(movers[0]).toMatchObject({
      user: 'u3',
      newEvents: 40,
      shifts: [{ kind: 'category', name: 'food', events: 40, earlierShare: 0, share: 1 }],
    });
  });
});
