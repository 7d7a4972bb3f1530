import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

it('portrait settings shows and changes the time zone and the currency, and info and exports follow', async () => {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  const file = join(folder, 'events.csv');
  writeFileSync(
    file,
    'user_id,time,action,item_id\na,2024-05-01T00:30:00+08:00,view,x\nb,2024-05-02T00:30:00+08:00,buy,x\n',
  );
  await portrait('new', shop);
  expect((await portrait('settings', shop)).stdout).toMatch(/time zone +none chosen, shown in UTC/);
  await portrait('import', shop, file);
  expect((await portraitJson('settings', shop)).json).toEqual({
    timeZone: 'Asia/Shanghai',
    currency: null,
    actionSettings: {},
  });
  expect((await portrait('info', shop)).stdout).toMatch(/events +2 +2024-05-01 to 2024-05-02\n/);
  expect((await portrait('report', shop)).stdout).toContain('From 2024-05-01 to 2024-05-02 (Asia/Shanghai)');

  await portrait('settings', shop, '--zone', 'America/New_York', '--currency', 'usd');
  const info = (await portrait('info', shop)).stdout;
  expect(info).toMatch(/events +2 +2024-04-30 to 2024-05-01\n/);
  expect(info).toMatch(/time zone +America\/New_York\n +currency +USD/);
  expect((await portrait('report', shop)).stdout).toContain('From 2024-04-30 to 2024-05-01 (America/New_York)');

  await portrait('segment', shop, '--name', 'buyers', '--where', 'buy >= 1');
  const { json: exported } = await portraitJson('export', shop, '--segment', 'buyers');
  const manifest = JSON.parse(readFileSync(`${exported.file}.manifest.json`, 'utf8'));
  expect(manifest).toMatchObject({ timeZone: 'America/New_York', currency: 'USD' });
  expect(manifest.created).toMatch(/T[\d:.]+-0[45]:00$/);

  const changed = await portrait('settings', shop, '--action', 'view=purchase', '--name-zh', 'view=浏览');
  expect(changed.stdout).toMatch(/action +kind +English name +Chinese name\n +view +purchase +浏览\n +buy +purchase/);
  const invalid = await portraitJson('settings', shop, '--action', 'view=bargain');
  expect(invalid.json.error).toMatchObject({ code: 'USAGE' });

  await portrait('settings', shop, '--zone', 'none', '--currency', 'none');
  expect((await portraitJson('settings', shop)).json).toEqual({
    timeZone: null,
    currency: null,
    actionSettings: { view: { kind: 'purchase', en: null, zh: '浏览' } },
  });
  expect((await portraitJson('settings', shop, '--zone', 'Asia/Peking')).json.error.code).toBe('UNKNOWN_ZONE');
});
