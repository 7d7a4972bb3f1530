import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { loadRun, readRunConfig } from '../../../../electron/engine/runs/run-files.ts';
import { listRuns } from '../../../../electron/engine/store/models/runs.ts';
import { modelFolder, type OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { readTrials } from '../../../../electron/engine/train/search/search-files.ts';
import { searchJob } from '../../../../electron/engine/train/search/search-job.ts';
import { methods, type Parsed } from '../../../../shared/contract/index.ts';
import type { SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { testEngine } from '../../../support/engine.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../../support/shop.ts';
import { recordingContext } from '../context.ts';
import { ringEvents } from '../ring-shop.ts';

beforeAll(async () => {
  await startWasm();
});

const config = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16, epochs: 6 };
const ranges: SearchRanges = { learningRate: { from: 1e-5, to: 3e-2, log: true }, width: { values: [16, 32] } };
/** Enough time to try all of a few settings, so that the trials do not depend on the machine. */
const few: Parsed<'train.search'> = {
  config,
  ranges: { learningRate: { values: [1e-5, 1e-2, 2e-2, 3e-2] } },
  method: 'halving',
  minutes: 60,
  seed: 4,
};

/** Inserted first, so that an item's id does not depend on the order of the users. */
const catalogue = Array.from({ length: 40 }, (_, i) => ({ item: `item ${i}` }));

function ringShop(change: (event: ShopEvent) => ShopEvent = (event) => event): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events: ringEvents({ users: 40 }).map(change), items: [...catalogue, { item: 'unheard of' }] });
  return workspace;
}

/** The last line of each trial, without values that depend on the clock. */
function trialsOf({ path }: OpenWorkspace) {
  const last = new Map(readTrials(path, 'search-1').map(({ seconds: _s, spent: _p, ...line }) => [line.trial, line]));
  return [...last.values()];
}

const weightsOf = ({ path }: OpenWorkspace) => readFileSync(join(modelFolder(path, 'run-1'), 'model.safetensors'));
const codeOf = (input: Parsed<'train.search'>, workspace: OpenWorkspace) =>
  searchJob(input, recordingContext(workspace).context).then(
    () => 'none',
    (error) => errorShape(error).code,
  );

beforeAll(async () => {
  await startWasm();
});

describe('a search by halving', () => {
  it('continues a third of the trials at each rung within the time limit, and saves the best as a run', async () => {
    const workspace = ringShop();
    const { context, stages, state } = recordingContext(workspace);
    const before = tf.memory().numTensors;
    const result = await searchJob({ ...few, ranges, minutes: 0.1 }, context);
    expect(tf.memory().numTensors).toBe(before);
    expect(result).toMatchObject({ search: 'search-1', run: 'run-1' });
    expect(state).toMatchObject({ search: 'search-1' });
    expect(stages).toContain('train.search');

    const trials = trialsOf(workspace);
    expect(result.trials).toBe(trials.length);
    const best = trials.reduce((a, b) => (b.ndcg10! > a.ndcg10! ? b : a));
    expect(result.best).toBe(best.trial);
    expect(trials.filter((trial) => trial.state === 'stopped').every((trial) => trial.epochs < 6)).toBe(true);
    expect(new Set(trials.map(({ settings }) => JSON.stringify(settings))).size).toBe(trials.length);

    const [row] = listRuns(workspace.db);
    expect(row).toMatchObject({ id: 'run-1', title: 'search-1', summary: { epochs: best.epochs } });
    expect(row!.summary.validation['ndcg@10']).toBeCloseTo(best.ndcg10!, 6);
    expect(readRunConfig(workspace.path, 'run-1').train).toMatchObject(best.settings);
    (await loadRun(workspace.path, 'run-1')).dispose();
    expect(readdirSync(modelFolder(workspace.path, 'search-1')).sort()).toEqual(['search.json', 'trials.jsonl']);
  });

  it('that was interrupted at any moment repeats the same trials and ends in the same bytes', async () => {
    const uninterrupted = ringShop();
    await searchJob(few, recordingContext(uninterrupted).context);
    expect(trialsOf(uninterrupted).map(({ state, epochs }) => [state, epochs])).toContainEqual(['stopped', 2]);

    const stopped = ringShop();
    let resumeState = {};
    for (const cancelAt of [70, 8, 5, 11]) {
      const { context, state } = recordingContext(stopped, { cancelAt, resumeState });
      await expect(searchJob(few, context)).rejects.toThrow('stopped here');
      resumeState = { ...resumeState, ...state };
    }
    const end = await searchJob(few, recordingContext(stopped, { resumeState }).context);
    expect(end).toMatchObject({ search: 'search-1', run: 'run-1', trials: 4 });
    expect(trialsOf(stopped)).toEqual(trialsOf(uninterrupted));
    expect(weightsOf(stopped).equals(weightsOf(uninterrupted))).toBe(true);
    expect(listRuns(stopped.db)).toHaveLength(1);
  });

  it('that is cancelled before its first checkpoint leaves nothing', async () => {
    const workspace = ringShop();
    const stopped = recordingContext(workspace, { cancelAt: 1 });
    await expect(searchJob(few, stopped.context)).rejects.toThrow('stopped here');
    expect(readdirSync(join(workspace.path, 'models'))).toEqual([]);
    expect(stopped.state).toEqual({});
  });

  it('does not depend on the test set', async () => {
    const last = Math.max(...ringEvents({ users: 1 }).map(({ time }) => time));
    const original = ringShop();
    const changed = ringShop((event) => (event.time === last ? { ...event, item: 'unheard of', price: 1e6 } : event));
    const input = { ...few, ranges: { learningRate: { values: [1e-2, 1e-5] } } };
    for (const workspace of [original, changed]) await searchJob(input, recordingContext(workspace).context);
    expect(trialsOf(changed)).toEqual(trialsOf(original));
  });
});

describe('a random search', () => {
  it('trains each trial to its end, scores a failed one as none, and ends when no new settings are left', async () => {
    const workspace = ringShop();
    const dear = { learningRate: { values: [1e-2, 1] }, clipNorm: { values: [1e30] } };
    const { context } = recordingContext(workspace);
    const result = await searchJob({ ...few, method: 'random', ranges: dear }, context);
    expect(result.trials).toBe(2);
    const good = trialsOf(workspace).find(({ settings }) => settings.learningRate === 1e-2)!;
    expect(good).toMatchObject({ state: 'finished', epochs: 6 });
    expect(result.best).toBe(good.trial);
  });
});

describe('searches', () => {
  it('are listed with their trials, the best first, and deleted independently of their runs', async () => {
    const { engine, client, home } = testEngine();
    await client.call('workspace.create', { path: join(home, 'ring.portrait') });
    fillShop(engine.workspace(), { events: ringEvents({ users: 40 }) });
    const { search, run, best } = await client.run('train.search', { ...few, ranges: { width: { values: [8, 16] } } });
    const [listed] = (await client.call('train.searches', {})).searches;
    expect(listed).toMatchObject({ search, run, best, method: 'halving', minutes: 60, ended: true, job: null, config });
    expect(listed!.trials).toHaveLength(2);
    expect(listed!.trials[0]).toMatchObject({ trial: best, state: 'finished', epochs: 6 });
    expect(listed!.trials[0]!.ndcg10).toBeCloseTo(Math.max(...listed!.trials[0]!.validationNdcg10), 6);

    await client.call('train.delete', { run });
    expect((await client.call('train.searches', {})).searches).toMatchObject([{ search, ended: true, run: null }]);
    await client.call('train.delete', { run: search });
    expect((await client.call('train.searches', {})).searches).toEqual([]);
  });
});

describe('a search is refused', () => {
  it.each<[string, SearchRanges]>([
    ['the seed', { seed: { values: [1, 2] } }],
    ['from greater than to', { dropout: { from: 0.5, to: 0.1, log: false } }],
    ['widths that the heads do not divide', { width: { values: [17, 33] } }],
  ])('with contradictory ranges: %s', async (_what, wrong) => {
    const workspace = ringShop();
    expect(await codeOf({ ...few, ranges: wrong }, workspace)).toBe('BAD_RANGE');
    expect(readdirSync(join(workspace.path, 'models'))).toEqual([]);
  });

  it('without time, without validation data and without events', async () => {
    expect(methods['train.search'].input.safeParse({ minutes: 0 }).success).toBe(false);
    const short = testWorkspace();
    fillShop(short, { events: ringEvents({ users: 5, walk: 2 }) });
    expect(await codeOf(few, short)).toBe('NOTHING_HELD_OUT');
    expect(await codeOf(few, testWorkspace())).toBe('NO_EVENTS');
  });
});
