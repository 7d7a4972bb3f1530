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

it('portrait base states the best customers, those at risk and changes, and why there is no forecast', async () => {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  await portrait('new', shop);
  await portrait('import', shop, writeShop(folder, 90));
  const { code, json } = await portraitJson('base', shop);
  expect(code).toBe(0);
  expect(json).toMatchObject({ until: '2024-03-04', customers: 90, noForecast: 'notComputed' });
  expect(json.rfm.cells.customers).toHaveLength(25);
  expect(json.summary[0]).toMatch(/^90 of 90 users have made a purchase up to 4 Mar 2024/);
  const { stdout } = await portrait('base', shop);
  expect(stdout).toContain('Champion');
  expect(stdout).toContain('run "portrait value"');
  expect((await portraitJson('base', shop, '--until', '2025-03-02')).json.error.code).toBe('DAY_NOT_COVERED');
  expect((await portrait('base', shop, '--until', 'soon')).code).toBe(1);
});
