import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { finetuneJob } from '../../../electron/engine/finetune/finetune-job.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { getRun } from '../../../electron/engine/store/models/runs.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import type { Target } from '../../../shared/domain/finetune-config.ts';
import { testEngine } from '../../support/engine.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';
import { FIRST, predictionShop } from './prediction-shop.ts';

const DAY = 86_400_000;
const encoder = { width: 16, layers: 1, heads: 2, length: 24, dropout: 0.1, epochs: 2, batchSize: 16 };
const config = { folds: 3, epochs: 6, patience: 0, batchSize: 16, learningRate: 5e-3 };
const taste: Target = { kind: 'attribute', attribute: 'taste', as: 'classes' };

beforeAll(async () => {
  await startWasm();
});

function shop() {
  const workspace = testWorkspace();
  fillShop(workspace, predictionShop());
  return { workspace, ...recordingContext(workspace) };
}

const finetuneInput = (target: Target, more = {}) => ({ run: null, target, config: { ...config, ...more }, encoder });

test('an attribute is predicted from behaviour for users outside of the training', async () => {
  const { workspace, context } = shop();
  const summary = await finetuneJob(finetuneInput(taste, { counts: false, epochs: 12 }), context);
  expect(summary).toMatchObject({ kind: 'classes', users: 60, scored: 60, metric: 'rocAuc', parent: null });
  expect(summary.model.value).toBeGreaterThan(0.9);
  expect(summary.linear.value).toBeGreaterThan(0.9);
  expect(summary.base.value).toBeCloseTo(0.5);
  expect(existsSync(join(workspace.path, 'models', summary.run, 'model.safetensors'))).toBe(true);
  const sums = workspace.db
    .prepare('SELECT sum(value) FROM scores WHERE run = ? GROUP BY user')
    .pluck()
    .all(summary.run);
  expect(sums).toHaveLength(60);
  for (const sum of sums) expect(sum).toBeCloseTo(1, 4);
});

test('on a frozen encoder the output head is fitted, with and without count features', async () => {
  const { workspace, context } = shop();
  const { run } = await trainJob({ config: encoder }, context);
  for (const counts of [true, false]) {
    const summary = await finetuneJob({ ...finetuneInput(taste, { counts }), run }, context);
    expect(summary.model.value).toBeGreaterThan(0.9);
    const scored = workspace.db.prepare('SELECT count(*) FROM scores WHERE run = ?').pluck().get(summary.run);
    expect(scored).toBe(120);
  }
});

test('the same seed gives the same scores', async () => {
  const scores = [];
  for (let time = 0; time < 2; time++) {
    const { workspace, context } = shop();
    const { run } = await finetuneJob(finetuneInput(taste, { epochs: 2 }), context);
    scores.push(
      workspace.db.prepare('SELECT user, class, value FROM scores WHERE run = ? ORDER BY 1, 2').raw().all(run),
    );
  }
  expect(scores[0]).toEqual(scores[1]);
});

test('returning users are predicted from earlier windows, by an encoder trained without either window', async () => {
  const { workspace, context, lines } = shop();
  const { run } = await trainJob({ config: encoder }, context);
  const summary = await finetuneJob({ ...finetuneInput({ kind: 'returns', days: 14 }), run }, context);
  expect(summary.parent).toBe('run-2');
  expect(summary.run).toBe('run-3');
  expect(lines.some((line) => line.includes('is pre-trained on those before'))).toBe(true);
  const until = summary.pretrainedUntil!;
  const { last } = workspace.db.prepare('SELECT max(time) last FROM events').get() as { last: number };
  expect(until).toBeLessThanOrEqual(last + 1 - 28 * DAY);
  expect(until).toBeGreaterThan(FIRST);
  const storedConfig = JSON.parse(
    workspace.db.prepare("SELECT config FROM runs WHERE id = 'run-2'").pluck().get() as string,
  );
  expect(storedConfig.until).toBe(until);
  expect(getRun(workspace.db, 'run-2').title).toBe(`run-1 < ${new Date(until).toISOString().slice(0, 10)}`);
  expect(summary.model.value).toBeGreaterThan(0.8);
  const again = await finetuneJob({ ...finetuneInput({ kind: 'returns', days: 14 }, { epochs: 1 }), run }, context);
  expect(again.parent).toBe('run-2');
});

test.each<[Target, string, string]>([
  [{ kind: 'attribute', attribute: 'age', as: 'number' }, 'number', 'mae'],
  [{ kind: 'attribute', attribute: 'age', as: 'classes', bands: [30, 45] }, 'classes', 'accuracy'],
  [{ kind: 'attribute', attribute: 'likes', as: 'labels' }, 'labels', 'rocAuc'],
  [{ kind: 'buys', of: 'category', names: ['category 1'], days: 14 }, 'classes', 'rocAuc'],
  [{ kind: 'spend', days: 14 }, 'number', 'spearman'],
  [{ kind: 'next', of: 'category', days: 14 }, 'ranking', 'ndcg@10'],
])('%o', async (target, kind, metric) => {
  const { context } = shop();
  const summary = await finetuneJob(finetuneInput(target, { epochs: 3 }), context);
  expect(summary).toMatchObject({ kind, metric });
  expect(Number.isFinite(summary.model.value)).toBe(true);
  expect(summary.model.low).toBeLessThanOrEqual(summary.model.value + 1e-9);
  expect(['better', 'maybe', 'no']).toContain(summary.verdict);
});

const refused: [Target, string][] = [
  [{ kind: 'attribute', attribute: 'planet', as: 'classes' }, 'ONE_CLASS'],
  [{ kind: 'attribute', attribute: 'shoe size', as: 'classes' }, 'ATTRIBUTE_NOT_FOUND'],
  [{ kind: 'attribute', attribute: 'taste', as: 'number' }, 'NOT_NUMERIC'],
  [{ kind: 'returns', days: 60 }, 'WINDOW_TOO_LONG'],
  [{ kind: 'buys', of: 'category', names: ['categry 1'], days: 14 }, 'TARGET_UNKNOWN_NAME'],
  [{ kind: 'buys', of: 'item', names: ['item 0-0'], days: 1 }, 'TOO_FEW_POSITIVES'],
  [{ kind: 'spend', days: 14, actions: ['view'] }, 'NO_PURCHASES'],
  [{ kind: 'spend', days: 14, actions: ['stroll'] }, 'TARGET_UNKNOWN_NAME'],
  [{ kind: 'rating' }, 'TARGET_FOR_TEXTS'],
];

test('impossible targets are refused with reasons, and nothing is saved', async () => {
  const { workspace, context } = shop();
  for (const [target, code] of refused) {
    await expect(finetuneJob(finetuneInput(target), context), JSON.stringify(target)).rejects.toMatchObject({ code });
  }
  expect(tables(workspace.db)).toEqual([0, 0]);
});

test('time windows require times', async () => {
  const workspace = testWorkspace();
  fillShop(workspace, { ...predictionShop(), timeKind: 'order' });
  const { context } = recordingContext(workspace);
  await expect(finetuneJob(finetuneInput({ kind: 'returns', days: 7 }), context)).rejects.toMatchObject({
    code: 'TIMES_NEEDED',
  });
});

test('a job that is cancelled before anything is finished leaves the workspace unchanged, and no tensors', async () => {
  const { workspace } = shop();
  const { run } = await trainJob({ config: encoder }, recordingContext(workspace).context);
  const before = {
    rows: tables(workspace.db),
    folders: readdirSync(join(workspace.path, 'models')),
    tensors: tf.memory().numTensors,
  };
  for (const cancelAt of [2, 5, 60]) {
    const { context, state } = recordingContext(workspace, { cancelAt });
    await expect(finetuneJob({ ...finetuneInput(taste, { frozen: 0 }), run }, context)).rejects.toThrow('stopped here');
    expect(state).toEqual({});
    expect({
      rows: tables(workspace.db),
      folders: readdirSync(join(workspace.path, 'models')),
      tensors: tf.memory().numTensors,
    }).toEqual(before);
  }
});

test('the window gets the prediction, a page of its scores, and a file that is safe in a spreadsheet', async () => {
  const { engine, client } = testEngine();
  await client.call('workspace.create', { path: join(engine.files.home, 'shop.portrait') });
  fillShop(engine.workspace(), predictionShop());
  const targets = await client.call('prediction.targets', {});
  expect(targets.attributes.map(({ name, obstacle }) => [name, obstacle])).toEqual([
    ['age', null],
    ['likes', null],
    ['planet', 'ONE_CLASS'],
    ['taste', null],
  ]);
  expect(targets.attributes[0]?.range?.low).toBeGreaterThanOrEqual(20);
  expect(targets.attributes[1]?.separator).toBe(',');
  expect(targets.longestDays).toBe(29);
  expect(targets.obstacles).toEqual({ buys: null, returns: null, spend: null, next: null });
  expect(targets.popularNames.category).toHaveLength(2);
  const { run } = await client.run('prediction.train', finetuneInput(taste, { epochs: 2 }));
  const { evaluation, epochs } = await client.call('prediction.get', { run });
  expect(evaluation.confusion.reduce((sum, n) => sum + n, 0)).toBe(60);
  expect(evaluation.curves[0]?.falsePositive.at(-1)).toBe(1);
  expect(epochs.length).toBe(2);
  const page = await client.call('prediction.scores', { run, order: 1, descending: true, limit: 10 });
  expect(page).toMatchObject({ total: 60, classes: ['A', 'B'] });
  const second = Array.from({ length: 10 }, (_, row) => page.values[2 * row + 1]!);
  expect(second).toEqual([...second].sort((a, b) => b - a));
  const { rows, file } = await client.call('prediction.export', { run });
  expect(rows).toBe(60);
  expect((await readFile(file, 'utf8')).split('\r\n')[0]).toBe('\uFEFFuser,A,B');
  expect((await client.call('prediction.list', {})).predictions.map((one) => one.run)).toEqual([run]);
  await client.run('profile.compute', { run });
});

test('a title and a note of a prediction survive another scoring', async () => {
  const { engine, client } = testEngine();
  await client.call('workspace.create', { path: join(engine.files.home, 'shop.portrait') });
  fillShop(engine.workspace(), predictionShop());
  const { run } = await client.run('prediction.train', finetuneInput(taste, { epochs: 2 }));
  const titleAndNote = async () => {
    const { title, note } = (await client.call('prediction.get', { run })).summary;
    return { title, note };
  };
  expect(await titleAndNote()).toEqual({ title: '', note: '' });
  await client.call('train.rename', { run, title: '口味', note: 'for the tasting' });
  await client.run('prediction.score', { run });
  expect(await titleAndNote()).toEqual({ title: '口味', note: 'for the tasting' });
  expect((await client.call('prediction.list', {})).predictions).toMatchObject([{ run, title: '口味', target: taste }]);
  const { file } = await client.call('prediction.export', { run });
  expect(await readFile(`${file}.manifest.json`, 'utf8')).toContain('口味');
});

function tables(db: ReturnType<typeof testWorkspace>['db']) {
  return db.prepare('SELECT (SELECT count(*) FROM runs), (SELECT count(*) FROM scores)').raw().get();
}
