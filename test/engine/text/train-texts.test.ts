import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCurve } from '../../../electron/engine/runs/curve.ts';
import { readRecord } from '../../../electron/engine/runs/run-record.ts';
import { modelFolder } from '../../../electron/engine/store/workspace.ts';
import { trainTextJob } from '../../../electron/engine/text/train-text-job.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const WORDS = ['耳机', '键盘', '鼠标', '蛋糕', '面包', '牛奶', '很好', '不错', '太贵', '喜欢'];
const SETTINGS = { epochs: 3, batchSize: 8, width: 16, layers: 1, heads: 2, length: 24, minCount: 1 };

/** Trains on sixty texts of different lengths; returns the weights, the curve without times, and the summary. */
async function trained(settings: Partial<TrainConfig>) {
  const workspace = testWorkspace();
  const events = Array.from({ length: 60 }, (_, i) => ({
    user: `u${i % 9}`,
    time: i,
    action: 'review',
    text: Array.from({ length: 3 + (i % 6) }, (_, k) => WORDS[(i + k * k) % (i % 2 ? 5 : 10)]).join('，'),
  }));
  fillShop(workspace, { events });
  const { context } = recordingContext(workspace);
  const summary = await trainTextJob({ config: { ...SETTINGS, ...settings } }, context);
  const { path } = workspace;
  return {
    weights: readFileSync(join(modelFolder(path, 'run-1'), 'model.safetensors')).toString('base64'),
    curve: readCurve(path, 'run-1').map(({ seconds: _seconds, ...line }) => line),
    summary,
    record: readRecord(path, 'run-1'),
  };
}

describe('a training on texts with workers', () => {
  it('has the same weights, bit for bit, for the same number of workers', async () => {
    const first = await trained({ workers: 2 });
    const second = await trained({ workers: 2 });
    expect(second.weights).toBe(first.weights);
    expect(second.curve).toEqual(first.curve);
    expect(first.record).toMatchObject({ workers: 2, command: expect.stringContaining('--set workers=2') });
  });

  it('has those of a single thread with one worker', async () => {
    const single = await trained({});
    const prefetched = await trained({ workers: 1 });
    expect(prefetched.weights).toBe(single.weights);
    expect(prefetched.curve).toEqual(single.curve);
  });

  it('matches a single thread up to rounding, without dropout', async () => {
    const single = await trained({ dropout: 0 });
    const shared = await trained({ dropout: 0, workers: 3 });
    expect(shared.curve.map(({ events }) => events)).toEqual(single.curve.map(({ events }) => events));
    shared.curve.forEach(({ loss }, epoch) => {
      expect(Math.abs(loss - single.curve[epoch]!.loss), `epoch ${epoch}`).toBeLessThan(2e-3);
    });
  });
});

describe('early stopping on texts', () => {
  it('ends a training whose validation loss no longer falls, and restores the best epoch', async () => {
    const settings = { learningRate: 0.2, dropout: 0, decay: 'none' } as const;
    const { summary, curve } = await trained({ ...settings, epochs: 40, patience: 2 });
    expect(summary.endedBy).toBe('patience');
    expect(summary.epochs).toBe(summary.bestEpoch + 2);
    const losses = curve.map(({ validationLoss }) => validationLoss!);
    expect(losses.indexOf(Math.min(...losses)) + 1).toBe(summary.bestEpoch);
    expect(summary.validation.loss).toBeCloseTo(Math.min(...losses), 6);
  });

  it('does not restore an earlier epoch unless it is requested', async () => {
    const settings = { learningRate: 0.2, dropout: 0, decay: 'none', epochs: 12 } as const;
    const { summary, curve } = await trained(settings);
    expect(summary).toMatchObject({ endedBy: 'epochs', epochs: 12 });
    expect(summary.validation.loss).toBeCloseTo(curve.at(-1)!.validationLoss!, 6);
  });
});

it('averaged weights are validated and saved in place of those of the last epoch', async () => {
  const last = await trained({});
  const averaged = await trained({ averaging: 2 });
  expect(averaged.weights).not.toBe(last.weights);
  expect(averaged.curve.map(({ loss }) => loss)).toEqual(last.curve.map(({ loss }) => loss));
  expect(averaged.summary.validation.loss).toBeCloseTo(averaged.curve.at(-1)!.validationLoss!, 6);
});
