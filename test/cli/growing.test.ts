import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

it('imports are listed, their rejected rows are corrected, and they are undone', async () => {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  const file = join(folder, 'export.csv');
  const out = join(folder, 'rejected.csv');
  writeFileSync(file, 'user,time,action,item\na,2024-05-01 10:00:00,view,i1\nb,soon,view,i2\n');
  await portraitJson('new', shop);
  expect((await portraitJson('undo', shop)).json).toMatchObject({ error: { code: 'IMPORT_NOT_FOUND' } });
  expect((await portrait('imports', shop)).stdout).toContain('Nothing has been imported yet');
  await portraitJson('import', shop, file);

  expect((await portraitJson('rejected', shop, '--out', out)).json).toMatchObject({ import: 1, rows: 1, rejected: 1 });
  writeFileSync(out, readFileSync(out, 'utf8').replace('b,soon', 'b,2024-05-02 10:00:00'));
  expect((await portraitJson('import', shop, out)).json).toMatchObject({ events: 1, rejected: 0 });
  const { json } = await portraitJson('imports', shop);
  expect(json.imports).toMatchObject([
    { import: 2, events: 1 },
    { import: 1, events: 1, rejected: 1 },
  ]);

  const early = await portraitJson('undo', shop, '--import', '1');
  expect(early).toMatchObject({ code: 1, json: { error: { code: 'IMPORT_NOT_LAST' } } });
  const undone = await portrait('undo', shop, '--import', '1', '--and-later');
  expect(undone.stdout).toContain('Undid import 2 (rejected.csv), import 1 (export.csv)');
  expect((await portraitJson('info', shop)).json).toMatchObject({ events: 0, users: 0, items: 0 });
});

it('merged user ids are listed with the import that merged them', async () => {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  const names = join(folder, 'identities.csv');
  writeFileSync(names, 'anonymous_id,customer_id\nanon1,c1\nanon2,c1\n');
  await portraitJson('new', shop);
  expect((await portrait('identities', shop)).stdout).toContain('No user ids have been merged');
  await portraitJson('import', shop, names);
  expect((await portraitJson('identities', shop)).json).toEqual({
    identities: [
      { user: 'c1', alias: 'anon1', import: 1 },
      { user: 'c1', alias: 'anon2', import: 1 },
    ],
  });
  expect((await portrait('identities', shop)).stdout).toMatch(/c1 +anon2 +1/);
});
