import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson, Spawned } from './portrait.ts';
import { shopCounts, writeShop } from './shop-csv.ts';

describe('the command line', () => {
  it('runs from a file to an exported segment and prints the JSON fields that programs use', async () => {
    const folder = testFolder();
    const shop = join(folder, 'shop.portrait');
    const file = writeShop(folder);
    const { events, views, purchases } = shopCounts();
    expect(await portraitJson('new', shop)).toMatchObject({ code: 0, json: { workspace: shop } });

    const imported = await portraitJson('import', shop, file);
    expect(imported.json).toMatchObject({ rows: events + 2, events, rejected: 1, duplicates: 1, users: 60, items: 14 });
    expect(imported.json.sessions).toBeGreaterThan(0);
    expect(imported.json.seconds).toBeGreaterThan(0);
    expect((await portraitJson('import', shop, file)).json).toMatchObject({ events: 0 });

    const small = ['epochs=2', 'width=16', 'layers=1', 'length=16'].flatMap((setting) => ['--set', setting]);
    const { json: training } = await portraitJson('train', shop, ...small);
    expect(training).toMatchObject({ run: 'run-1', backend: 'wasm' });
    for (const figure of ['parameters', 'steps', 'events', 'seconds', 'eventsPerSecond']) {
      expect(training[figure], figure).toBeGreaterThan(0);
    }
    expect(training.validation.loss).toBeGreaterThan(0);

    const { json: evaluation } = await portraitJson('evaluate', shop);
    expect(evaluation.users).toBeGreaterThan(0);
    expect(evaluation.candidates).toBe(14);
    for (const metric of ['recall@10', 'ndcg@10', 'mrr']) {
      for (const ranked of [evaluation.metrics, evaluation.baselines.popularity]) {
        expect(ranked[metric]).toBeGreaterThanOrEqual(0);
        expect(ranked[metric]).toBeLessThanOrEqual(1);
      }
    }

    const { json: map } = await portraitJson('map', shop, '--run', 'run-1', '--epochs', '50');
    expect(map.points).toBe(60);
    expect(map.clusters.reduce((sum: number, cluster: { size: number }) => sum + cluster.size, 0)).toBe(60);
    expect(typeof map.clusters[0].name).toBe('string');

    const segment = await portraitJson(
      'segment',
      shop,
      '--name',
      'Buyers',
      '--where',
      'viewed at least 3 times and purchased',
    );
    expect(segment.json.size).toBe(60);
    const clustered = ['segment', shop, '--name', 'First', '--cluster', String(map.clusters[0].id)];
    expect((await portraitJson(...clustered)).json.size).toBe(map.clusters[0].size);
    const lasso = ['segment', shop, '--name', 'All', '--lasso', '-999,-999 999,-999 999,999 -999,999'];
    expect((await portraitJson(...lasso)).json.size).toBe(60);

    const out = join(folder, 'buyers.csv');
    const { json: exported } = await portraitJson('export', shop, '--segment', 'Buyers', '--out', out);
    expect(exported).toMatchObject({ rows: 60, file: out });
    expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(exported.sha256);
    const points = join(folder, 'map.csv');
    await portraitJson('export', shop, '--map', map.map, '--out', points);
    expect(readFileSync(points, 'utf8').replace('\ufeff', '').split(/\r?\n/)[0]).toBe('user,x,y,cluster');

    const { json: info } = await portraitJson('info', shop);
    expect(info).toMatchObject({ events, users: 60, items: 14, actions: { view: views, purchase: purchases } });
    expect(info).toMatchObject({ firstTime: '2024-03-01T10:00:00.000Z', lastTime: '2024-03-04T10:05:00.000Z' });
    expect(info).toMatchObject({ runs: [{ id: 'run-1' }], maps: [{ id: map.map }] });
    expect(info.segments.map(({ name }: { name: string }) => name)).toEqual(['All', 'Buyers', 'First']);
  });

  it('prints aligned text without --json', async () => {
    const folder = testFolder();
    const shop = join(folder, 'shop.portrait');
    const file = writeShop(folder);
    expect((await portrait('new', shop)).stdout).toContain(`portrait import ${shop}`);
    const { stdout } = await portrait('import', shop, file);
    expect(stdout).toMatch(/^Imported 320 events from 322 rows in /);
    expect(stdout).not.toContain('{');
    expect((await portrait('info', shop)).stdout).toMatch(/\n {2}users +60\n {2}items +14\n/);
  });

  it('saves nothing in a dry run', async () => {
    const folder = testFolder();
    const shop = join(folder, 'shop.portrait');
    await portrait('new', shop);
    const dry = await portraitJson('import', shop, writeShop(folder), '--dry-run');
    expect(dry.json).toMatchObject({ events: 320, rejected: 1 });
    expect((await portraitJson('info', shop)).json.events).toBe(0);
  });

  it('exits with 130 if a training is stopped by Ctrl-C, and resumes it', async () => {
    const folder = testFolder();
    const shop = join(folder, 'shop.portrait');
    await portrait('new', shop);
    await portrait('import', shop, writeShop(folder, 400));
    const settings = ['epochs=60', 'width=16', 'layers=1', 'length=16'].flatMap((setting) => ['--set', setting]);
    const training = new Spawned(['train', shop, '--json', ...settings]);
    await vi.waitFor(() => expect(existsSync(join(shop, 'models', 'run-1', 'checkpoints'))).toBe(true), 30_000);
    training.kill('SIGINT');
    const stopped = await training.completion;
    expect(stopped.code).toBe(130);
    expect(JSON.parse(stopped.stdout)).toMatchObject({ error: { code: 'CANCELLED' } });
    expect((await portraitJson('info', shop)).json.runs).toEqual([]);
    const { json } = await portraitJson('train', shop, '--resume');
    expect(json.run).toBe('run-1');
    expect((await portraitJson('info', shop)).json.runs).toMatchObject([{ id: 'run-1' }]);
    expect((await portraitJson('train', shop, '--resume')).json).toMatchObject({
      error: { code: 'NOTHING_TO_RESUME' },
    });
  });
});
