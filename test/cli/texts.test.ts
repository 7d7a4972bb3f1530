import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

/** Creates a workspace of rated reviews, where the words determine the rating. */
async function reviews(): Promise<string> {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  const file = join(folder, 'reviews.csv');
  const rows = Array.from({ length: 80 }, (_, i) => `${i % 2 ? '很好吃' : '太难吃'}${i % 5},${i % 2}`);
  writeFileSync(file, ['review,label', ...rows].join('\n'));
  await portraitJson('new', shop);
  const mapping = "user='reviews',time='order',action='review',text=review,rating=label";
  const { json } = await portraitJson('import', shop, file, '--map', mapping, '--repeats', 'keep');
  expect(json).toMatchObject({ files: [{ events: 80 }] });
  return shop;
}

test('ratings train one head with three folds by the quick preset, five heads with five folds by the thorough one', async () => {
  const shop = await reviews();
  const { json: quick } = await portraitJson('texts', shop, '--rate', '--preset', 'quick');
  expect(quick).toMatchObject({ run: 'run-1', texts: 80, classes: ['0', '1'] });
  const { json: record } = await portraitJson('runs', shop, '--record');
  expect(record.command).toBe('portrait texts WORKSPACE --rate --preset quick');
  const { stdout } = await portrait('text', shop, '很好吃');
  expect(stdout).toMatch(/1\s+\d/);
  const { json: thorough } = await portraitJson('texts', shop, '--rate');
  expect(thorough.steps).toBe(5 * (5 * thorough.epochs * 1 + thorough.epochs * 2));
  expect(quick.steps).toBe(3 * quick.epochs * 1 + quick.epochs * 2);
});

test('the quick preset trains on words for fewer epochs', async () => {
  const shop = await reviews();
  const { json: quick } = await portraitJson('texts', shop, '--preset', 'quick');
  const { json: thorough } = await portraitJson('texts', shop);
  expect(quick.epochs).toBeLessThan(thorough.epochs);
  const { code, stderr } = await portrait('texts', shop, '--preset', 'best');
  expect(code).toBe(2);
  expect(stderr).toContain('quick, thorough');
});

test('settings override those of the preset, and the record repeats them', async () => {
  const shop = await reviews();
  const { json } = await portraitJson('texts', shop, '--preset', 'quick', '--set', 'patience=1', '--set', 'width=16');
  expect(json).toMatchObject({ run: 'run-1', epochs: expect.any(Number) });
  const { json: record } = await portraitJson('runs', shop, '--record');
  expect(record.config).toMatchObject({ patience: 1, width: 16 });
  expect(record.command).toBe('portrait texts WORKSPACE --preset quick --set width=16 --set patience=1');
  const { json: rated } = await portraitJson('texts', shop, '--rate', '--preset', 'quick', '--set', 'epochs=1');
  expect(rated.epochs).toBe(1);
  const { code, stderr } = await portrait('texts', shop, '--rate', '--set', 'width=16');
  expect(code).toBe(1);
  expect(stderr).toContain('width');
});
