import { describe, expect, it } from 'vitest';
import { profileQualityJob } from '../../../../electron/engine/profile/quality/quality-job.ts';
import { trainJob } from '../../../../electron/engine/train/train-job.ts';
import { ProfileQualityInput } from '../../../../shared/contract/profile-quality.ts';
import { fillShop, type Shop, testWorkspace } from '../../../support/shop.ts';
import { predictionShop } from '../../finetune/prediction-shop.ts';
import { recordingContext } from '../../train/context.ts';

const SETTINGS = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16, epochs: 4, seed: 5 };
const DAY = 86_400_000;

async function trained(shop: Shop, settings = {}) {
  const workspace = testWorkspace();
  fillShop(workspace, shop);
  const { context } = recordingContext(workspace);
  const { run } = await trainJob({ config: { ...SETTINGS, ...settings } }, context);
  return { workspace, run };
}

describe('the quality of profiles', () => {
  it('is measured for each attribute and future behaviour, and says why a target has no probe', async () => {
    const { workspace, run } = await trained(predictionShop({ users: 80 }));
    const { context, stages } = recordingContext(workspace);
    const quality = await profileQualityJob(ProfileQualityInput.parse({ run, folds: 2, days: 20 }), context);
    const probes = new Map(quality.probes.map((probe) => [probe.target, probe]));
    expect([...probes.keys()]).toEqual(['age', 'likes', 'taste', 'returns', 'buys', 'spend']);
    expect(quality.skipped).toEqual([{ target: 'planet', reason: 'ONE_CLASS' }]);
    expect(quality).toMatchObject({ run, users: 80, dimensions: 32, sawFuture: true });
    // Taste decides which items are viewed: both counts and vectors tell it.
    expect(probes.get('taste')).toMatchObject({ metric: 'rocAuc', days: null, users: 80, classes: 2 });
    expect(probes.get('taste')!.counts).toBeGreaterThan(0.95);
    expect(probes.get('taste')!.vector).toBeGreaterThan(0.9);
    expect(probes.get('taste')!.union).toBeGreaterThan(0.95);
    expect(probes.get('returns')).toMatchObject({ metric: 'rocAuc', days: 20 });
    expect(probes.get('spend')).toMatchObject({ metric: 'spearman', classes: 1 });
    // Who has stopped coming is seen by the day of the last visit.
    expect(probes.get('returns')!.aggregates).toBeGreaterThan(0.9);
    expect(quality.ownHalf).toMatchObject({ users: 80 });
    expect(quality.ownHalf['recall@10']).toBeGreaterThanOrEqual(quality.ownHalf['recall@1']);
    // Near users have the same taste, hence the same category.
    expect(quality.neighbours).toMatchObject({ days: 20, of: 'category' });
    expect(quality.neighbours!.vector).toBeGreaterThan(quality.neighbours!.random);
    expect([...stages]).toEqual(['profile.users', 'profile.probes']);
  });

  it('does not tell what a run could have learnt from the window, if it was trained on the events before it', async () => {
    const shop = predictionShop({ users: 30 });
    const last = Math.max(...shop.events.map(({ time }) => time));
    const { workspace, run } = await trained({ events: shop.events }, { until: last - 25 * DAY });
    const { context } = recordingContext(workspace);
    const quality = await profileQualityJob(ProfileQualityInput.parse({ run, folds: 2, days: 20 }), context);
    expect(quality).toMatchObject({ sawFuture: false, cutoff: last + 1 - 20 * DAY });
  });

  it('has no future without dates', async () => {
    const { events } = predictionShop({ users: 30 });
    const { workspace, run } = await trained({ events, timeKind: 'order' });
    const { context } = recordingContext(workspace);
    const quality = await profileQualityJob(ProfileQualityInput.parse({ run, folds: 2 }), context);
    expect(quality).toMatchObject({ probes: [], neighbours: null, cutoff: null, sawFuture: false });
    expect(quality.skipped.map(({ target, reason }) => `${target} ${reason}`)).toEqual([
      'returns NO_TIMES',
      'buys NO_TIMES',
      'spend NO_TIMES',
    ]);
  });

  it('is cancelled between the steps of a fit', async () => {
    const { workspace, run } = await trained(predictionShop({ users: 30 }));
    const { context } = recordingContext(workspace, { cancelAt: 60 });
    const input = ProfileQualityInput.parse({ run, folds: 2 });
    await expect(profileQualityJob(input, context)).rejects.toThrow('stopped here');
  });
});
