import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';
import { writeShop } from './shop-csv.ts';

const SMALL = ['epochs=2', 'width=16', 'layers=1', 'length=16'].flatMap((setting) => ['--set', setting]);

describe('runs on the command line', () => {
  it('are estimated, trained, compared, renamed, recorded and deleted', async () => {
    const folder = testFolder();
    const shop = join(folder, 'shop.portrait');
    await portrait('new', shop);
    await portrait('import', shop, writeShop(folder));
    const { json: estimate } = await portraitJson('train', shop, '--estimate', '--preset', 'quick', ...SMALL);
    expect(estimate).toMatchObject({ epochs: 2, endedBy: 'epochs' });
    expect((await portraitJson('runs', shop)).json).toEqual({ runs: [] });

    for (const fields of ['item,action', 'item']) {
      await portrait('train', shop, ...SMALL, '--set', `fields=${fields}`, '--set', 'logQ=false');
      await portrait('evaluate', shop);
    }
    const curve = readFileSync(join(shop, 'models/run-1/training.jsonl'));
    for (const id of ['run-1/', './run-1', '../models/run-1'])
      expect((await portraitJson('train', shop, '--resume', id)).json.error.code).toBe('RUN_NOT_FOUND');
    expect(readFileSync(join(shop, 'models/run-1/training.jsonl'))).toEqual(curve);

    const compared = await portrait('compare', shop, 'run-1', 'run-2');
    expect(compared.stdout).toMatch(/fields +item,action +item\n/);
    expect(compared.stdout).toMatch(/run-2 vs run-1: [+−][\d.]+ NDCG@10 on 60 users/);
    const { json: comparison } = await portraitJson('compare', shop, 'run-1', 'run-2');
    expect(comparison).toMatchObject({ sameData: true, runs: [{ epochs: [1, 2] }, { epochs: [1, 2] }] });

    await portrait('runs', shop, '--run', 'run-1', '--title', '只看商品', '--note', 'first try');
    expect((await portrait('runs', shop)).stdout).toMatch(
      /run-1 +只看商品 .* wasm .*(better|not significant|no better)/,
    );
    const { json: record } = await portraitJson('runs', shop, '--run', 'run-1', '--record');
    expect(record.device).toMatch(/SIMD|no kernels/);
    expect(record).toMatchObject({
      run: 'run-1',
      seed: 1,
      data: { users: 60, imports: [{ file: expect.any(String) }] },
    });
    expect(record.command).toContain('--set fields=item,action');
    expect(record.command).toContain('--set logQ=false');

    const before = (await portraitJson('runs', shop, '--run', 'run-1', '--drift')).json.drift;
    expect(before).toMatchObject({ days: 30, drifted: false });
    const later = Array.from({ length: 30 }, (_, i) => `u1,2024-06-01 10:00:${10 + i},view,new-${i},taste.a,10`);
    const header = 'user_id,event_time,event_type,product_id,category_code,price';
    writeFileSync(join(folder, 'later.csv'), [header, ...later].join('\n'));
    await portrait('import', shop, join(folder, 'later.csv'));
    const { drift } = (await portraitJson('runs', shop, '--run', 'run-1', '--drift')).json;
    expect(drift).toMatchObject({ last: { items: 30, unknown: 30, events: 30, unknownEvents: 30 }, drifted: true });
    expect((await portrait('runs', shop, '--run', 'run-1', '--drift')).stdout).toContain('Train again');

    expect((await portraitJson('runs', shop, '--delete')).json.error.code).toBe('NO_RUN');
    expect((await portrait('runs', shop, '--run', 'run-1', '--delete')).stdout).toBe('Deleted run-1\n');
    expect((await portraitJson('runs', shop)).json.runs).toMatchObject([{ id: 'run-2' }]);
    expect((await portraitJson('compare', shop, 'run-1', 'run-2')).json.error.code).toBe('RUN_NOT_FOUND');
    expect((await portraitJson('compare', shop, 'run-2')).json.error.code).toBe('BAD_INPUT');
  });

  it.each<[string, string[]]>([
    ['no time', ['--minutes', '0']],
    ['a range of a setting that cannot be searched', ['--try', 'seed=1,2']],
    ['a range without values', ['--try', 'width=']],
    ['a method that does not exist', ['--method', 'guess']],
  ])('are not searched with invalid options: %s', async (_what, options) => {
    const { code, json } = await portraitJson('search', 'w.portrait', ...options);
    expect(code).toBe(2);
    expect(json.error.code).toBe('USAGE');
  });

  it('are not searched in contradictory ranges', async () => {
    const folder = testFolder();
    const shop = join(folder, 'shop.portrait');
    await portrait('new', shop);
    await portrait('import', shop, writeShop(folder));
    const { code, json } = await portraitJson('search', shop, '--try', 'dropout=0.5..0.1');
    expect(code).toBe(1);
    expect(json.error).toMatchObject({ code: 'BAD_RANGE', message: expect.stringContaining('dropout') });
  });
});
