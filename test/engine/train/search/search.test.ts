import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../../electron/engine/store/runs.ts';
import { modelFolder, type OpenWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { loadRun, readRunConfig } from '../../../../electron/engine/train/run-files.ts';
import { readTrials } from '../../../../electron/engine/train/search/search-files.ts';
import { searchJob } from '../../../../electron/engine/train/search/search-job.ts';
import type { Parsed } from '../../../../shared/contract/index.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';
import { recordingContext } from '../context.ts';
import { ringEvents } from '../ring-shop.ts';

const config = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16, epochs: 6 };
const ranges = { learningRate: { from: 1e-5, to: 3e-2, log: true }, width: { values: [16, 32] } };
const asked: Parsed<'train.search'> = { config, ranges, method: 'halving', minutes: 10, seed: 4 };

function ringShop(): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events: ringEvents({ users: 40 }) });
  return workspace;
}

const trialsOf = ({ path }: OpenWorkspace) => [
  ...new Map(readTrials(path, 'search-1').map((line) => [line.trial, line])).values(),
];

describe('a search by halving', () => {
  it('trains a third of the trials on, and keeps the best as a run', async () => {
    const workspace = ringShop();
    const { context, stages, state } = recordingContext(workspace, { cancelAt: Number.POSITIVE_INFINITY });
    const before = tf.memory().numTensors;
    const found = await searchJob({ ...asked, minutes: 0.15 }, context);
    expect(tf.memory().numTensors).toBe(before);
    expect(found).toMatchObject({ search: 'search-1', run: 'run-1' });
    expect(state).toMatchObject({ search: 'search-1' });
    expect(stages).toContain('train.search');

    const trials = trialsOf(workspace);
    expect(found.trials).toBe(trials.length);
    const best = trials.reduce((a, b) => (b.ndcg10! > a.ndcg10! ? b : a));
    expect(found.best).toBe(best.trial);
    expect(trials.filter((trial) => trial.state === 'stopped').every((trial) => trial.epochs < 6)).toBe(true);
    expect(new Set(trials.map(({ settings }) => JSON.stringify(settings))).size).toBe(trials.length);

    const [row] = listRuns(workspace.db);
    expect(row).toMatchObject({ id: 'run-1', title: 'search-1', summary: { epochs: best.epochs } });
    expect(row!.summary.validation['ndcg@10']).toBeCloseTo(best.ndcg10!, 6);
    expect(readRunConfig(workspace.path, 'run-1').train).toMatchObject(best.settings);
    (await loadRun(workspace.path, 'run-1')).dispose();
    expect(readdirSync(modelFolder(workspace.path, 'search-1')).sort()).toEqual(['search.json', 'trials.jsonl']);
  });
});
