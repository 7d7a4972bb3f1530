import { cpSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { readCurve } from '../../../electron/engine/runs/curve.ts';
import { readRunConfig } from '../../../electron/engine/runs/run-files.ts';
import { listRuns } from '../../../electron/engine/store/models/runs.ts';
import { modelFolder, type OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import { errorShape } from '../../../shared/errors.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { evaluate, recordingContext } from './context.ts';
import { ringEvents } from './ring-shop.ts';

const small = { width: 32, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16, learningRate: 5e-3, seed: 5 };

function shopOf(events: readonly ShopEvent[]): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  return workspace;
}

const weightsOf = ({ path }: OpenWorkspace, run = 'run-1') =>
  readFileSync(join(modelFolder(path, run), 'model.safetensors'));

async function codeOf(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => 'none',
    (error) => errorShape(error).code,
  );
}

describe('a training', () => {
  it('learns sequences that popularity cannot predict, and saves the run', async () => {
    const workspace = shopOf(ringEvents());
    const { context, lines, stages, state } = recordingContext(workspace);
    const summary = await trainJob({ config: { ...small, epochs: 40 } }, context);
    const evaluation = await evaluate(summary.run, context);

    expect(evaluation.users).toBe(80);
    expect(evaluation.metrics['recall@10']).toBeGreaterThan(0.8);
    expect(evaluation.metrics['recall@10']).toBeGreaterThan(2 * evaluation.baselines.popularity!['recall@10']!);
    expect(evaluation.baselines.followers!['recall@10']).toBeGreaterThan(0.8);

    expect(summary).toMatchObject({ run: 'run-1', backend: 'wasm', steps: 40 * 5 });
    expect(summary.eventsPerSecond).toBeCloseTo(summary.events / summary.seconds, 6);
    expect(summary.validation['recall@10']).toBeGreaterThan(0.8);
    expect(listRuns(workspace.db)).toMatchObject([{ id: 'run-1', summary, evaluation, profiles: 0 }]);
    const curve = readCurve(workspace.path, 'run-1');
    expect(curve.map((line) => line.epoch)).toEqual(Array.from({ length: 40 }, (_, e) => e + 1));
    expect(curve.at(-1)!.loss).toBeLessThan(curve[0]!.loss - 1);
    expect(lines.length).toBeGreaterThan(40);
    expect([...stages].sort()).toEqual(['evaluate.baselines', 'evaluate.users', 'train.steps']);
    expect(state).toEqual({ run: 'run-1' });
    expect(existsSync(join(modelFolder(workspace.path, 'run-1'), 'checkpoints'))).toBe(false);
  });

  it('learns with the causal objective too', async () => {
    const workspace = shopOf(ringEvents());
    const { context } = recordingContext(workspace);
    const summary = await trainJob({ config: { ...small, objective: 'causal', epochs: 12 } }, context);
    expect(summary.validation['recall@10']).toBeGreaterThan(0.8);
  });

  it('resumes from its last checkpoint to the same weights, bit for bit', async () => {
    const events = ringEvents({ users: 40 });
    const uninterrupted = shopOf(events);
    const config = { ...small, dropout: 0.2, epochs: 6 };
    const uninterruptedSummary = await trainJob({ config }, recordingContext(uninterrupted).context);

    const stopped = shopOf(events);
    const first = recordingContext(stopped, { cancelAt: 11 });
    await expect(trainJob({ config }, first.context)).rejects.toThrow('stopped here');
    expect(listRuns(stopped.db)).toEqual([]);
    expect(readCurve(stopped.path, 'run-1')).toHaveLength(3);
    expect(await codeOf(() => evaluate('run-1', first.context))).toBe('RUN_UNFINISHED');

    const second = recordingContext(stopped, { resumeState: first.state });
    const resumed = await trainJob({ config: {} }, second.context);
    expect(resumed).toMatchObject({
      run: 'run-1',
      steps: uninterruptedSummary.steps,
      events: uninterruptedSummary.events,
    });
    expect(weightsOf(stopped).equals(weightsOf(uninterrupted))).toBe(true);
    expect(readCurve(stopped.path, 'run-1').map((line) => line.loss)).toEqual(
      readCurve(uninterrupted.path, 'run-1').map((line) => line.loss),
    );
  });

  it('that is cancelled before its first checkpoint leaves nothing', async () => {
    const workspace = shopOf(ringEvents({ users: 20 }));
    const config = { ...small, epochs: 2 };
    const { context, state } = recordingContext(workspace, { cancelAt: 1 });
    await expect(trainJob({ config }, context)).rejects.toThrow('stopped here');
    expect(state).toEqual({});
    expect(readdirSync(join(workspace.path, 'models'))).toEqual([]);
  });

  it('that was killed before its first checkpoint starts again with the same id', async () => {
    const workspace = shopOf(ringEvents({ users: 20 }));
    const folder = modelFolder(workspace.path, 'run-1');
    const copy = `${workspace.path}-run-1`;
    const { context } = recordingContext(workspace);
    const checkCancelled = () => {
      cpSync(folder, copy, { recursive: true });
      throw new Error('stopped here');
    };
    await expect(trainJob({ config: { ...small, epochs: 2 } }, { ...context, checkCancelled })).rejects.toThrow(
      'stopped here',
    );
    // A killed process does not delete what it has written.
    renameSync(copy, folder);
    const summary = await trainJob({ config: {}, resume: 'run-1' }, context);
    expect(summary).toMatchObject({ run: 'run-1', steps: 4 });
  });

  it('is deterministic for a seed, differs for another, and creates a run each time', async () => {
    const workspace = shopOf(ringEvents({ users: 20 }));
    const train = (seed: number) =>
      trainJob({ config: { ...small, epochs: 1, seed } }, recordingContext(workspace).context);
    expect([(await train(5)).run, (await train(5)).run, (await train(6)).run]).toEqual(['run-1', 'run-2', 'run-3']);
    expect(weightsOf(workspace, 'run-1').equals(weightsOf(workspace, 'run-2'))).toBe(true);
    expect(weightsOf(workspace, 'run-1').equals(weightsOf(workspace, 'run-3'))).toBe(false);
  });

  it('leaks no tensors, finished or stopped', async () => {
    const workspace = shopOf(ringEvents({ users: 20 }));
    const { context } = recordingContext(workspace);
    const before = tf.memory().numTensors;
    await trainJob({ config: { ...small, epochs: 2 } }, context);
    await evaluate('run-1', context);
    const stopped = recordingContext(workspace, { cancelAt: 3 });
    await expect(trainJob({ config: { ...small, epochs: 2 } }, stopped.context)).rejects.toThrow('stopped here');
    expect(tf.memory().numTensors).toBe(before);
  });

  it('holds no more tensors after a hundred steps than after ten', async () => {
    const workspace = shopOf(ringEvents());
    const { context } = recordingContext(workspace);
    const counts: number[] = [];
    const progress = () => counts.push(tf.memory().numTensors);
    const config = {
      ...small,
      epochs: 10,
      batchSize: 8,
      dropout: 0.1,
      nextSession: 1,
      labelSmoothing: 0.1,
      contrast: 0.5,
    };
    for (const loss of ['full', 'sampled'] as const) {
      counts.length = 0;
      await trainJob({ config: { ...config, loss, negatives: 20 } }, { ...context, progress });
      expect(counts).toHaveLength(100);
      expect(new Set(counts.slice(10)).size).toBe(1);
    }
  });

  it('stops after its minutes, when the learning rate has reached zero', async () => {
    const workspace = shopOf(ringEvents());
    const summary = await trainJob(
      { config: { ...small, epochs: 10_000, minutes: 1 / 60 } },
      recordingContext(workspace).context,
    );
    expect(summary.endedBy).toBe('minutes');
    expect(summary.epochs).toBeLessThan(10_000);
    expect(summary.steps).toBe(5 * summary.epochs);
    expect(summary.seconds).toBeGreaterThan(0.9);
    expect(summary.seconds).toBeLessThan(20);
  });

  it('stops early if validation no longer improves, with the best epoch’s weights', async () => {
    const workspace = shopOf(ringEvents({ users: 20 }));
    const config = { ...small, epochs: 400, learningRate: 0.5, patience: 2 };
    const summary = await trainJob({ config }, recordingContext(workspace).context);
    expect(summary.endedBy).toBe('patience');
    const curve = readCurve(workspace.path, 'run-1');
    expect(curve).toHaveLength(summary.bestEpoch + 2);
    // The saved weights are those of the best epoch, although later ones were worse.
    expect(summary.validation).toEqual(curve[summary.bestEpoch - 1]!.validation);
    expect(Math.max(...curve.map((line) => line.validation['ndcg@10']!))).toBe(summary.validation['ndcg@10']);
    expect(curve.at(-1)!.validation).not.toEqual(summary.validation);
  });
});

describe('data without items', () => {
  const orders = ringEvents().map(({ item: _item, category: _category, ...event }) => event);

  it('is trained on with its finest other field as the target', async () => {
    const events = orders.map((event) => ({ ...event, action: 'purchase' }));
    const workspace = shopOf(events);
    const { context } = recordingContext(workspace);
    const summary = await trainJob({ config: { ...small, epochs: 40 } }, context);
    expect(readRunConfig(workspace.path, summary.run).target).toBe('price');
    const curve = readCurve(workspace.path, summary.run);
    expect(curve.at(-1)!.loss).toBeLessThan(curve[0]!.loss - 0.5);
    expect(await codeOf(() => evaluate(summary.run, context))).toBe('NOTHING_HELD_OUT');
  });

  it('is refused if all behaviours are equal', async () => {
    const same = orders.map(({ user, session, time }) => ({ user, session, time, action: 'order', price: 5 }));
    const workspace = testWorkspace();
    fillShop(workspace, { events: same.map((event, i) => ({ ...event, time: i })), timeKind: 'order' });
    const { context } = recordingContext(workspace);
    expect(await codeOf(() => trainJob({ config: small }, context))).toBe('NOTHING_TO_LEARN');
    expect(existsSync(modelFolder(workspace.path, 'run-1'))).toBe(false);
  });

  it('is refused if it has no events', async () => {
    const { context } = recordingContext(testWorkspace());
    expect(await codeOf(() => trainJob({ config: small }, context))).toBe('NO_EVENTS');
  });
});

describe('short and unusual histories', () => {
  it.each([
    ['one user', ringEvents({ users: 1 })],
    ['histories of two behaviours', ringEvents({ users: 9, walk: 2 })],
    [
      'a history of one behaviour among longer ones',
      [...ringEvents({ users: 5 }), ...ringEvents({ users: 8, walk: 1 }).slice(6)],
    ],
  ])('train: %s', async (_what, events) => {
    const workspace = shopOf(events);
    const summary = await trainJob({ config: { ...small, epochs: 2 } }, recordingContext(workspace).context);
    expect(summary.steps).toBeGreaterThan(0);
    expect(readCurve(workspace.path, summary.run).every((line) => Number.isFinite(line.loss))).toBe(true);
  });

  it('of one behaviour each are refused', async () => {
    const workspace = shopOf(ringEvents({ users: 9, walk: 1 }));
    const { context } = recordingContext(workspace);
    expect(await codeOf(() => trainJob({ config: small }, context))).toBe('NOTHING_TO_LEARN');
  });

  it('cannot be evaluated for a run that does not exist: RUN_NOT_FOUND', async () => {
    const { context } = recordingContext(shopOf(ringEvents({ users: 2 })));
    expect(await codeOf(() => evaluate('run-7', context))).toBe('RUN_NOT_FOUND');
    expect(await codeOf(() => trainJob({ config: {}, resume: 'run-7' }, context))).toBe('RUN_NOT_FOUND');
  });
});
