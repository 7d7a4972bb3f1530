import { describe, expect, it } from 'vitest';
import { listRuns } from '../../../electron/engine/store/models/runs.ts';
import { estimateTextJob } from '../../../electron/engine/text/estimate-text-job.ts';
import { rateJob } from '../../../electron/engine/text/rate-job.ts';
import { textStatisticsJob } from '../../../electron/engine/text/text-statistics-job.ts';
import { trainTextJob } from '../../../electron/engine/text/train-text-job.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

function shop() {
  const workspace = testWorkspace();
  const texts = ['很好吃，下次还来', '太难吃了，再也不来'];
  const reviews = Array.from({ length: 90 }, (_, i) => ({
    ...{ user: `u${i % 7}`, time: i, action: 'review', text: `${texts[i % 2]}${i % 5}`, rating: i % 2 },
  }));
  const searches = Array.from({ length: 12 }, (_, i) => ({ user: 'u1', time: i, action: 'search', text: '蛋糕' }));
  fillShop(workspace, { events: [...reviews, ...searches, { user: 'u2', time: 1, action: 'view', item: 'cake' }] });
  return recordingContext(workspace);
}

describe('text statistics', () => {
  it('count texts by action, with the ratings of the same events', async () => {
    expect(await textStatisticsJob({}, shop().context)).toEqual({
      actions: [
        { action: 'review', texts: 90, rated: 90, ratings: [0, 1] },
        { action: 'search', texts: 12, rated: 0, ratings: [] },
      ],
    });
  });
});

describe('the estimate of a training on texts', () => {
  it('counts the steps of a training on words and saves nothing', async () => {
    const { context } = shop();
    const config = { epochs: 3, batchSize: 16, minCount: 1 };
    const estimate = await estimateTextJob({ learn: 'words', config }, context);
    const summary = await trainTextJob({ config }, context);
    expect(estimate).toMatchObject({ texts: 102, steps: summary.steps });
    expect(estimate.seconds).toBeGreaterThan(0);
    expect(estimate.measured).toBeGreaterThan(0);
    expect(summary.run).toBe('run-1');
  });

  it('heeds the time limit, up to the end of the epoch', async () => {
    const { context } = shop();
    const config = { epochs: 10_000, batchSize: 16, minCount: 1 };
    const unlimited = await estimateTextJob({ learn: 'words', config }, context);
    const limited = await estimateTextJob({ learn: 'words', config: { ...config, minutes: 0.0001 } }, context);
    expect(limited.steps).toBeLessThan(unlimited.steps);
    expect(limited.steps % (unlimited.steps / config.epochs)).toBe(0);
  });

  it('counts the steps of all folds of ratings, for the chosen actions only', async () => {
    const { context } = shop();
    const config = { epochs: 2, members: 2, folds: 3, batchSize: 16, minCount: 1 };
    const input = { run: null, actions: ['review'], config };
    const estimate = await estimateTextJob({ learn: 'ratings', ...input }, context);
    const summary = await rateJob(input, context);
    expect(estimate).toMatchObject({ texts: 90, steps: summary.steps });
    expect(estimate.seconds).toBeGreaterThan(0);
  });

  it('is refused like the training', async () => {
    const { context } = shop();
    const input = { learn: 'ratings', run: null, config: {}, actions: ['search'] } as const;
    await expect(estimateTextJob({ ...input, actions: [...input.actions] }, context)).rejects.toMatchObject({
      code: 'RATINGS_NEEDED',
    });
    await expect(estimateTextJob({ learn: 'words', config: {}, actions: ['view'] }, context)).rejects.toMatchObject({
      code: 'NO_TEXTS',
    });
    expect(listRuns(context.workspace.db)).toEqual([]);
  });
});
