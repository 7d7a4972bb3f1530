import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csvLine } from '../../shared/domain/csv.ts';
import { predictionShop } from '../engine/finetune/prediction-shop.ts';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

const SMALL = ['epochs=2', 'batchSize=16', 'counts=false'].flatMap((setting) => ['--set', setting]);

test('predicts who returns, renames the prediction and exports the scores of all users', async () => {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  const { events } = predictionShop({ users: 50 });
  const file = join(folder, 'shop.csv');
  const rows = events.map(({ user, time, action, item, category, price }) =>
    csvLine([user, new Date(time).toISOString(), action, item ?? null, category ?? null, price ?? null]),
  );
  writeFileSync(file, ['user,time,action,item,category,price', ...rows].join('\n'));
  await portraitJson('new', shop);
  await portraitJson('import', shop, file);
  const { json } = await portraitJson('finetune', shop, '--returns', '--days', '14', '--fresh', ...SMALL);
  expect(json).toMatchObject({ run: 'run-1', kind: 'classes', metric: 'rocAuc', scored: 50 });
  const out = join(folder, 'scores.csv');
  expect((await portraitJson('predict', shop, '--stored', '--out', out)).json).toMatchObject({ rows: 50 });
  expect(readFileSync(out, 'utf8')).toMatch(/^\uFEFFuser,no,yes\r\nuser 0,0\.\d+,0\.\d+\r\n/);
  const again = join(folder, 'again.csv');
  expect((await portraitJson('predict', shop, '--out', again)).json).toMatchObject({ rows: 50 });
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
  await portrait('predictions', shop, '--title', '回头客', '--note', 'for the spring letter');
  expect((await portrait('predictions', shop)).stdout).toMatch(
    /run-1 +回头客 +returns within 14 days .* rocAuc \S+ +\S+ +(better|not significant|worse) +50\n/,
  );
  const wrong = await portrait('finetune', shop, '--attribute', 'shoe size', '--fresh');
  expect(wrong.code).not.toBe(0);
  expect(wrong.stderr).toContain('shoe size');
  expect((await portraitJson('predictions', shop, '--delete')).json.error.code).toBe('NO_RUN');
  expect((await portrait('predictions', shop, '--prediction', 'run-1', '--delete')).stdout).toBe('Deleted run-1\n');
  expect((await portraitJson('predictions', shop)).json).toEqual({ predictions: [] });
  expect((await portraitJson('predict', shop)).json.error.code).toBe('NO_RUN');
});
