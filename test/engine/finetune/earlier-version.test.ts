import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applyMigrations } from '../../../electron/engine/store/migrate.ts';
import type { Target } from '../../../shared/domain/finetune-config.ts';
import { testEngine } from '../../support/engine.ts';
import { testFolder } from '../../support/folder.ts';
import { fillShop } from '../../support/shop.ts';
import { predictionShop } from './prediction-shop.ts';

const target: Target = { kind: 'attribute', attribute: 'taste', as: 'classes' };
const input = {
  run: null,
  target,
  config: { folds: 3, epochs: 2, patience: 0, batchSize: 16, learningRate: 5e-3 },
  encoder: { width: 16, layers: 1, heads: 2, length: 24 },
};
const interval = { value: 0.875, low: 0.75, high: 0.9 };
const summary = {
  ...{ run: 'run-1', parent: null, target, kind: 'classes', users: 1, scored: 1, metric: 'rocAuc', verdict: 'better' },
  ...{ scoring: { at: 4, asOf: null, mark: 'v1' }, head: interval, linear: interval, base: interval },
  ...{ difference: interval, pretrainedUntil: null, seconds: 3 },
};
const none = { float32: [] };
const evaluation = {
  ...{ folds: 3, testCut: null, trainingCuts: [], model: { rocAuc: interval }, linear: {}, base: {} },
  ...{ calibration: { method: 'none', before: 0, after: 0 }, classes: ['A', 'B'], confusion: { int32: [1, 0, 0, 1] } },
  ...{ curves: [], truth: none, predicted: none },
};

test('a workspace of schema 4 opens and shows its prediction', async () => {
  const path = join(testFolder(), 'shop.portrait');
  const folder = join(path, 'models', 'run-1');
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(path, 'workspace.db'));
  db.pragma('application_id = 0x506f7274');
  applyMigrations(db, 4);
  db.prepare(
    "INSERT INTO runs (id, created, kind, config, summary, title) VALUES ('run-1', 5, 'head', '{}', ?, '口味')",
  ).run(JSON.stringify(summary));
  db.exec("INSERT INTO users (id, name) VALUES (1, 'ann'); INSERT INTO scores VALUES ('run-1', 1, 1, 0.75)");
  db.close();
  const curve = { training: { float32: [0.5] }, validation: { float32: [null] } };
  writeFileSync(join(folder, 'head.json'), JSON.stringify({ config: input.config, evaluation, curve }));

  const { client } = testEngine();
  await client.call('workspace.open', { path });
  const { predictions } = await client.call('prediction.list', {});
  expect(predictions).toMatchObject([{ run: 'run-1', title: '口味', model: interval, scoring: { dataVersion: 'v1' } }]);
  expect(await client.call('prediction.get', { run: 'run-1' })).toMatchObject({
    stale: null,
    config: { folds: 3 },
    evaluation: { classes: ['A', 'B'], confusion: Int32Array.of(1, 0, 0, 1) },
    trainingLoss: Float32Array.of(0.5),
  });
  const scores = await client.call('prediction.scores', { run: 'run-1' });
  expect(scores).toMatchObject({ users: ['ann'], values: Float32Array.of(Number.NaN, 0.75) });
});

test('files and interrupted jobs with earlier names score users and are resumed', async () => {
  const { engine, client, home } = testEngine();
  const path = join(home, 'shop.portrait');
  await client.call('workspace.create', { path });
  fillShop(engine.workspace(), predictionShop());
  const { run } = await client.run('prediction.train', input);
  await client.call('workspace.close', {});
  const folder = join(path, 'models', run);
  renameSync(join(folder, 'prediction.json'), join(folder, 'head.json'));
  const scorer = readFileSync(join(folder, 'scorer.json'), 'utf8');
  writeFileSync(join(folder, 'scorer.json'), scorer.replace('portrait-prediction-1', 'portrait-head-1'));
  const { resumeState: _, ...record } = JSON.parse(readFileSync(join(path, 'jobs', 'job-1', 'job.json'), 'utf8'));
  const job = { ...record.job, id: 'job-2', kind: 'finetune.start', state: 'running', ended: null };
  mkdirSync(join(path, 'jobs', 'job-2'));
  const earlierRecord = { ...record, job, remembered: {}, output: null };
  writeFileSync(join(path, 'jobs', 'job-2', 'job.json'), JSON.stringify(earlierRecord));

  await client.call('workspace.open', { path });
  expect(await client.run('prediction.score', { run })).toMatchObject({ run, scored: 60 });
  const { jobs } = await client.call('jobs.list', {});
  const interrupted = { id: 'job-2', kind: 'prediction.train', state: 'failed', error: { code: 'INTERRUPTED' } };
  expect(jobs).toContainEqual(
    expect.objectContaining({ ...interrupted, error: expect.objectContaining(interrupted.error) }),
  );
  const resumed = await client.call('jobs.resume', { job: 'job-2' });
  const state = async () => (await client.call('jobs.list', {})).jobs.find(({ id }) => id === resumed.job)?.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('done');
  const { predictions } = await client.call('prediction.list', {});
  expect(predictions.map((prediction) => prediction.run)).toEqual(['run-2', run]);
});
