import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';
import { writeShop } from './shop-csv.ts';

it('portrait value says who still buys, writes a row per customer, and refuses what the data do not cover', async () => {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  await portrait('new', shop);
  await portrait('import', shop, writeShop(folder, 90));
  const out = join(folder, 'value.csv');
  const { code, json } = await portraitJson('value', shop, '--weeks', '4', '--out', out);
  expect(code).toBe(0);
  expect(json).toMatchObject({ until: '2024-03-04', weeks: 4, customers: 90, repeatCustomers: 30, backTest: null });
  for (const model of ['bgnbd', 'mbgnbd', 'paretoNbd']) expect(json[model].logLikelihood).toBeLessThan(0);
  expect(readFileSync(out, 'utf8').trim().split('\r\n')).toHaveLength(91);

  const text = await portrait('value', shop);
  expect(text.stdout).toContain('90 customers by 2024-03-04, 30 of whom bought again');

  const other = join(folder, 'notes.csv');
  writeFileSync(other, 'mine');
  const refused = await portraitJson('value', shop, '--out', other);
  expect(refused.json.error).toMatchObject({ code: 'FILE_EXISTS' });
  expect(readFileSync(other, 'utf8')).toBe('mine');
  const early = await portraitJson('value', shop, '--until', '2024-03-02');
  expect(early.json.error).toMatchObject({ code: 'FEW_CUSTOMERS' });
  expect((await portraitJson('value', shop, '--until', '2025-03-02')).json.error.code).toBe('DAY_NOT_COVERED');
  expect((await portrait('value', shop, '--until', 'soon')).code).toBe(1);
  expect((await portrait('value', shop, '--weeks', '0')).code).toBe(2);
});
