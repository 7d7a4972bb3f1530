import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { encodeBatch } from '../../../../electron/engine/model/encoder.ts';
import { loadBert } from '../../../../electron/engine/model/hugging-face/load.ts';
import { readSafetensors } from '../../../../electron/engine/model/safetensors.ts';
import { loadTextRun } from '../../../../electron/engine/runs/text-run.ts';
import { padBatch } from '../../../../electron/engine/sequence/batches.ts';
import { listRuns } from '../../../../electron/engine/store/models/runs.ts';
import { exportFolder, modelFolder, type OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { loadModelJob } from '../../../../electron/engine/text/hugging-face/load-job.ts';
import { saveModelJob } from '../../../../electron/engine/text/hugging-face/save-job.ts';
import { rateJob } from '../../../../electron/engine/text/rate-job.ts';
import { trainTextJob } from '../../../../electron/engine/text/train-text-job.ts';
import { trainJob } from '../../../../electron/engine/train/train-job.ts';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { testEngine } from '../../../support/engine.ts';
import { testFolder } from '../../../support/folder.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../../support/shop.ts';
import { changed, renamed, TINY } from '../../model/hugging-face/checkpoint.ts';
import { recordingContext } from '../../train/context.ts';
import { ringEvents } from '../../train/ring-shop.ts';

/** The load and save jobs on a workspace. */
function jobsOn(workspace: OpenWorkspace) {
  const { context } = recordingContext(workspace);
  return {
    load: (...files: string[]) => loadModelJob({ files }, context),
    save: (run: string, out?: string, zip = false) =>
      saveModelJob({ run, zip, ...(out === undefined ? {} : { out }) }, context),
  };
}

/** A workspace with five items and a run trained on the given fields. */
async function shopWithRun(fields: TrainConfig['fields']): Promise<OpenWorkspace> {
  const workspace = testWorkspace();
  fillShop(workspace, { events: ringEvents({ users: 8, items: 5, walk: 6 }) });
  const config = { width: 16, layers: 1, heads: 2, length: 16, epochs: 1, fields };
  await trainJob({ config }, recordingContext(workspace).context);
  return workspace;
}

describe('a checkpoint that is loaded', () => {
  it('becomes a text run with its weights, which encodes texts', async () => {
    const workspace = testWorkspace();
    const { load } = jobsOn(workspace);
    const loaded = await load(TINY);
    expect(loaded).toMatchObject({
      run: 'run-1',
      pieces: 45,
      width: 16,
      layers: 2,
      heads: 2,
      length: 12,
      predictsWords: true,
      pooler: true,
    });
    const parameters = Object.values(loadBert(TINY).arrays).reduce((sum, { data }) => sum + data.length, 0);
    expect(loaded.parameters).toBe(parameters);
    const runs = listRuns(workspace.db);
    expect(runs.map(({ id, kind, title }) => ({ id, kind, title }))).toEqual([
      { id: 'run-1', kind: 'text', title: 'tiny-bert' },
    ]);

    const run = await loadTextRun(workspace.path, 'run-1');
    const { pieces } = loadBert(TINY).words;
    const sequence = run.sequenceOf('你好 hello worlds');
    expect(Array.from(sequence.tokens.word!, (token) => pieces[token])).toEqual([
      '[CLS]',
      '你',
      '好',
      'hello',
      'world',
      '##s',
      '[SEP]',
    ]);
    expect(run.sequenceOf('hello '.repeat(50)).tokens.word).toHaveLength(12);
    const hidden = tf.tidy(() => encodeBatch(run.encoder, run.weights, padBatch([sequence])).hidden);
    expect(hidden.shape).toEqual([1, 7, 16]);
    expect(hidden.dataSync().every(Number.isFinite)).toBe(true);
    hidden.dispose();
    run.dispose();
  });

  it('may be passed file by file, and gets a random head if it has none', async () => {
    const workspace = testWorkspace();
    const { load } = jobsOn(workspace);
    const folder = changed({ arrays: (arrays) => renamed(arrays, (name) => (name.startsWith('cls.') ? null : name)) });
    const files = ['config.json', 'model.safetensors', 'vocab.txt', 'texts.json'].map((name) => join(folder, name));
    const loaded = await load(...files);
    expect(loaded).toMatchObject({ predictsWords: false, pooler: true, unusedWeights: [] });
    const run = await loadTextRun(workspace.path, loaded.run);
    expect(run.weights['head.transform.weight']!.shape).toEqual([16, 16]);
    run.dispose();
  });

  it('is refused with a code if it is invalid, and leaves no run behind', async () => {
    const workspace = testWorkspace();
    const { load } = jobsOn(workspace);
    const folder = changed({ config: (config) => ({ ...config, hidden_act: 'relu' }) });
    await expect(load(folder)).rejects.toMatchObject({
      code: 'CHECKPOINT_UNSUPPORTED',
    });
    await expect(load(testFolder())).rejects.toMatchObject({
      code: 'CHECKPOINT_MISSING',
    });
    expect(listRuns(workspace.db)).toEqual([]);
    expect(existsSync(modelFolder(workspace.path, 'run-1'))).toBe(false);
  });
});

describe('the run of a checkpoint', () => {
  it('can be trained to predict ratings', async () => {
    const workspace = testWorkspace();
    fillShop(workspace, { events: reviews(60) });
    const { run } = await jobsOn(workspace).load(TINY);
    const config = { epochs: 1, members: 1, folds: 2, batchSize: 16 };
    const summary = await rateJob({ run, config }, recordingContext(workspace).context);
    expect(summary).toMatchObject({ texts: 60, classes: ['1', '5'] });
  });
});

/** Reviews whose words determine the rating. */
function reviews(count: number): ShopEvent[] {
  return Array.from({ length: count }, (_, i) => {
    const text = i % 2 === 0 ? '很好吃，hello world！' : '不好吃，hello hello。';
    return { user: `u${i % 7}`, time: i, action: 'review', text, rating: i % 2 === 0 ? 5 : 1 };
  });
}

describe('a run that is saved', () => {
  it('equals the checkpoint from which it was loaded', async () => {
    const workspace = testWorkspace();
    const { load, save } = jobsOn(workspace);
    const { run } = await load(TINY);
    const out = join(testFolder(), 'saved');
    const saved = await save(run, out);
    expect(saved).toMatchObject({ folder: out, architecture: 'BertForMaskedLM', pieces: 45, padding: 'right' });
    expect(saved.files).toEqual([
      'config.json',
      'model.safetensors',
      'tokenizer.json',
      'tokenizer_config.json',
      'vocab.txt',
    ]);
    expect(readFileSync(join(out, 'vocab.txt'), 'utf8')).toBe(readFileSync(join(TINY, 'vocab.txt'), 'utf8'));
    const before = readSafetensors(join(TINY, 'model.safetensors')).arrays;
    for (const [name, { data }] of Object.entries(readSafetensors(join(out, 'model.safetensors')).arrays)) {
      expect(data, name).toEqual(before[name]!.data);
    }
  });

  it('has items as its tokens if it reads items only, and is saved to the exports by default', async () => {
    const workspace = await shopWithRun(['item']);
    const saved = await jobsOn(workspace).save('run-1');
    expect(saved.folder).toBe(join(exportFolder(workspace.path), 'run-1-bert'));
    const { words, encoder } = loadBert(saved.folder);
    expect(encoder).toMatchObject({ width: 16, layers: 1, heads: 2, length: 16 });
    expect(words.pieces.slice(0, 5)).toEqual(['[PAD]', '[UNK]', '[MASK]', '[CLS]', '[SEP]']);
    expect(words.pieces.slice(5).sort()).toEqual([0, 1, 2, 3, 4].map((item) => `item ${item}`));
    expect(saved.padding).toBe('left');
  });

  it('replaces an earlier save in the exports, also as an archive', async () => {
    const workspace = await shopWithRun(['item']);
    const { save } = jobsOn(workspace);
    await save('run-1');
    const folder = await save('run-1');
    const packed = await save('run-1', undefined, true);
    expect(packed.folder).toBe(join(exportFolder(workspace.path), 'run-1-bert.zip'));
    expect(packed.files).toEqual(folder.files);
    await save('run-1', undefined, true);
    expect(readdirSync(exportFolder(workspace.path)).sort()).toEqual(['run-1-bert', 'run-1-bert.zip']);
  });

  it('has words as its tokens if it was trained on texts and reads words only', async () => {
    const workspace = testWorkspace();
    fillShop(workspace, { events: reviews(40) });
    const { context } = recordingContext(workspace);
    const settings = { width: 16, length: 16, epochs: 1, minCount: 1 };
    await trainTextJob({ config: { ...settings, fields: ['word'] } }, context);
    const saved = await jobsOn(workspace).save('run-1');
    const { words, encoder } = loadBert(saved.folder);
    expect(encoder).toMatchObject({ width: 16, positions: 'fromStart' });
    expect(words.pieces).toEqual(expect.arrayContaining(['[MASK]', '好吃', ',']));
    expect(saved.padding).toBe('right');
    await trainTextJob({ config: settings }, context);
    await expect(jobsOn(workspace).save('run-2')).rejects.toMatchObject({ code: 'NOT_A_BERT' });
  });

  it('must read one field, and does not overwrite another folder', async () => {
    const { save } = jobsOn(await shopWithRun(['action', 'item']));
    const out = testFolder();
    await expect(save('run-1', out)).rejects.toMatchObject({ code: 'NOT_A_BERT' });
    writeFileSync(join(out, 'mine.txt'), 'mine');
    await expect(save('run-1', out)).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
    expect(readdirSync(out)).toEqual(['mine.txt']);
    await expect(save('run-9', testFolder())).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
  });

  it('and one that is loaded are jobs of the engine', async () => {
    const { engine, client } = testEngine();
    await client.call('workspace.create', { path: join(engine.files.home, 'shop.portrait') });
    const { run } = await client.run('model.load', { files: [TINY] });
    const { folder } = await client.run('model.save', { run });
    expect(folder).toBe(join(exportFolder(engine.workspace().path), 'run-1-bert'));
    expect(loadBert(folder).words.pieces).toEqual(loadBert(TINY).words.pieces);
  });
});
