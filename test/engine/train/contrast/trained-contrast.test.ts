import { expect, it } from 'vitest';
import { profileQualityJob } from '../../../../electron/engine/profile/quality/quality-job.ts';
import { trainJob } from '../../../../electron/engine/train/train-job.ts';
import { ProfileQualityInput } from '../../../../shared/contract/profile-quality.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../../support/shop.ts';
import { recordingContext } from '../context.ts';

/** Forty users who each view the same six of sixty items in random order. */
function personalEvents(): ShopEvent[] {
  const random = new Random(3);
  return Array.from({ length: 40 }, (_, u) => {
    const own = Array.from({ length: 6 }, () => random.integer(60));
    return Array.from({ length: 24 }, (_, i) => ({
      ...{ user: `u${u}`, time: i * 60_000, action: 'view', item: `item ${random.pick(own)}` },
    }));
  }).flat();
}

it('a contrastive loss makes the halves of a history nearer to each other than to those of others', async () => {
  const workspace = testWorkspace();
  fillShop(workspace, { events: personalEvents() });
  const { context } = recordingContext(workspace);
  const settings = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0.1, batchSize: 10, epochs: 8, seed: 2 };
  const ownHalf = async (contrast: number) => {
    const { run } = await trainJob({ config: { ...settings, contrast, sliceLength: 12 } }, context);
    const input = ProfileQualityInput.parse({ run, pooling: 'history' });
    return (await profileQualityJob(input, context)).ownHalf['recall@1'];
  };
  const [without, withContrast] = [await ownHalf(0), await ownHalf(1)];
  expect(withContrast).toBeGreaterThan(without + 0.2);
});
