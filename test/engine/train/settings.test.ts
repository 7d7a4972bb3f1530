import { describe, expect, it } from 'vitest';
import { readRunConfig } from '../../../electron/engine/runs/run-files.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from './context.ts';
import { ringEvents } from './ring-shop.ts';

const small = { width: 32, layers: 1, length: 16, dropout: 0, batchSize: 16, learningRate: 5e-3, epochs: 25, seed: 5 };

async function trained(settings: Partial<TrainConfig>, events: readonly ShopEvent[] = ringEvents()) {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  const { context } = recordingContext(workspace);
  const summary = await trainJob({ config: { ...small, ...settings } }, context);
  return { summary, config: readRunConfig(workspace.path, summary.run) };
}

describe('the encoder of a run', () => {
  it.each(['pre', 'rezero'] as const)('trains with %s norms', async (norm) => {
    const { summary, config } = await trained({ norm, epochs: 40 });
    expect(config.encoder.norm).toBe(norm);
    expect(summary.validation['recall@10']).toBeGreaterThan(0.8);
  });

  it('reads the chosen fields that the data has, and always the target field', async () => {
    const { summary, config } = await trained({ fields: ['category', 'brand', 'hour', 'word'] });
    expect(Object.keys(config.encoder.sizes)).toEqual(['item', 'category', 'hour']);
    expect(summary.validation['recall@10']).toBeGreaterThan(0.8);
  });

  it('is causal if and only if the objective is', async () => {
    const { config } = await trained({ objective: 'causal', epochs: 1 });
    expect(config.encoder.causal).toBe(true);
  });
});

describe('next-session prediction', () => {
  it('learns to tell consecutive sessions from others', async () => {
    const { summary } = await trained({ nextSession: 1, nextShare: 0.3, epochs: 60 }, ringEvents({ walk: 14 }));
    expect(summary.validation.nextSession).toBeGreaterThan(0.75);
    expect(summary.validation['recall@10']).toBeGreaterThan(0.5);
  });

  it('is absent from the metrics if it is not trained', async () => {
    const { summary } = await trained({ epochs: 1 });
    expect(Object.keys(summary.validation)).not.toContain('nextSession');
  });
});

describe('a split by time', () => {
  it('excludes events after the cut from training, and predicts those', async () => {
    const { summary, config } = await trained({ split: 'temporal', testShare: 0.2 });
    expect(summary.validation['recall@10']).toBeGreaterThan(0.5);
    expect(config.vocabulary.fields.item.counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(
      0.61 * 80 * 12,
    );
  });
});
