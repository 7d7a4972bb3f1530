import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { finetuneJob } from '../../../electron/engine/finetune/finetune-job.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import type { Workspace } from '../../../electron/engine/store/workspace.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import type { Target } from '../../../shared/domain/finetune-config.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';
import { predictionShop } from './prediction-shop.ts';

const encoder = { width: 16, layers: 1, heads: 2, length: 24, dropout: 0.1, epochs: 2, batchSize: 16 };
const config = { folds: 3, epochs: 3, members: 2, patience: 0, batchSize: 16, learningRate: 5e-3, frozen: 0 };
const taste: Target = { kind: 'attribute', attribute: 'taste', as: 'classes' };
const returns: Target = { kind: 'returns', days: 14 };

beforeAll(async () => {
  await startWasm();
});

async function trainedShop() {
  const workspace = testWorkspace();
  fillShop(workspace, predictionShop());
  const { run } = await trainJob({ config: encoder }, recordingContext(workspace).context);
  return { workspace, run };
}

/** Files of a prediction, which depend on nothing but its data and settings, and its scores. */
function contentsOf({ path, db }: Workspace, run: string) {
  const folder = join(path, 'models', run);
  return {
    names: readdirSync(folder).sort(),
    files: ['model.safetensors', 'scorer.safetensors', 'scorer.json', 'prediction.json'].map((name) =>
      readFileSync(join(folder, name), 'latin1'),
    ),
    scores: db.prepare('SELECT user, class, value FROM scores WHERE run = ? ORDER BY 1, 2').raw().all(run),
  };
}

const partsOf = ({ path }: Workspace, run: string) => {
  const folder = join(path, 'models', run, 'parts');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.safetensors')) : [];
};

describe('a prediction that is interrupted', () => {
  it.each<[string, Target, object, string]>([
    ['folds and members', taste, {}, 'run-2'],
    ['folds on a frozen encoder', taste, { frozen: 2 }, 'run-2'],
    ['the pre-training before it, and members', returns, {}, 'run-3'],
  ])('again and again keeps %s, and ends in the same bytes', async (_, target, more, id) => {
    const whole = await trainedShop();
    const input = { run: whole.run, target, config: { ...config, ...more }, encoder: {} };
    const { run } = await finetuneJob(input, recordingContext(whole.workspace).context);
    expect(run).toBe(id);

    const { workspace } = await trainedShop();
    const tensors = tf.memory().numTensors;
    const kept: number[] = [];
    let resumeState = {};
    for (let cancelAt = 100; ; cancelAt += 100) {
      const { context, state } = recordingContext(workspace, { cancelAt, resumeState });
      const outcome = await finetuneJob(input, context).catch((error: Error) => error.message);
      expect(tf.memory().numTensors).toBe(tensors);
      if (outcome !== 'stopped here') break;
      kept.push(partsOf(workspace, id).length);
      resumeState = { ...state };
    }
    expect(kept.some((parts) => parts > 0)).toBe(true);
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
    expect(contentsOf(workspace, id)).toEqual(contentsOf(whole.workspace, id));
    expect(contentsOf(workspace, id).names).not.toContain('parts');
  });

  it('does not continue on other data', async () => {
    const { workspace, run } = await trainedShop();
    const input = { run, target: taste, config, encoder: {} };
    let resumeState = {};
    for (let cancelAt = 300; partsOf(workspace, 'run-2').length === 0; cancelAt += 300) {
      const { context, state } = recordingContext(workspace, { cancelAt });
      await expect(finetuneJob(input, context)).rejects.toThrow('stopped here');
      resumeState = state;
    }
    workspace.db.prepare("UPDATE imports SET sha256 = 'other'").run();
    const resumed = recordingContext(workspace, { resumeState });
    await expect(finetuneJob(input, resumed.context)).rejects.toMatchObject({ code: 'DATA_CHANGED' });
  });
});
