import { describe, expect, it } from 'vitest';
import { loadRun } from '../../../electron/engine/runs/run-files.ts';
import { readRecord } from '../../../electron/engine/runs/run-record.ts';
import { classifyJob } from '../../../electron/engine/text/classify-job.ts';
import { rateJob } from '../../../electron/engine/text/rate-job.ts';
import { trainTextJob } from '../../../electron/engine/text/train-text-job.ts';
import { Random } from '../../../shared/domain/random.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const GOOD = ['很好吃', '送得很快', '味道不错', '下次还来', '分量足'];
const BAD = ['太难吃了', '送得太慢', '味道不好', '再也不来', '分量少'];

/** Reviews of a shop whose words determine the rating. */
function reviews(count: number): ShopEvent[] {
  const random = new Random(5);
  return Array.from({ length: count }, (_, i) => {
    const rating = i % 2;
    const words = rating === 1 ? GOOD : BAD;
    const text = `${random.pick(words)}，${random.pick(['老板', '骑手', '今天'])}${random.pick(words)}`;
    return { user: `u${i % 7}`, time: i, action: 'review', text, rating };
  });
}

function contextWith(events: readonly ShopEvent[]) {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  return recordingContext(workspace).context;
}

const config = { epochs: 5, members: 2, folds: 2, batchSize: 16, learningRate: 5e-3 };

describe('ratings of texts', () => {
  it('are learnt, compared with a regression, and predicted for typed texts', async () => {
    const context = contextWith(reviews(160));
    const summary = await rateJob({ run: null, config }, context);
    expect(summary).toMatchObject({ texts: 160, classes: ['0', '1'], base: 0.5 });
    expect(summary.accuracy.value).toBeGreaterThan(0.9);
    expect(summary.linear.value).toBeGreaterThan(0.9);
    expect(summary.difference.value).toBeCloseTo(summary.accuracy.value - summary.linear.value, 10);

    const { run } = summary;
    const texts = ['味道不错，送得很快', '太难吃了！再也不来', 'qwxyz', '很好吃 '.repeat(250_000)];
    const { probabilities } = await classifyJob({ run, texts }, context);
    expect(probabilities).toHaveLength(2 * texts.length);
    expect(probabilities[1]).toBeGreaterThan(0.5);
    expect(probabilities[2]).toBeGreaterThan(0.5);
    expect(probabilities[7]).toBeGreaterThan(0.5);
    for (let row = 0; row < texts.length; row++) {
      expect(probabilities[2 * row]! + probabilities[2 * row + 1]!).toBeCloseTo(1, 5);
    }
    await expect(classifyJob({ run, texts: ['好', '  '] }, context)).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
    await expect(classifyJob({ run: 'run-9', texts: ['好'] }, context)).rejects.toMatchObject({
      code: 'RUN_NOT_FOUND',
    });
  });

  it('are recorded with the number of rated texts, and of users who wrote one', async () => {
    const unrated = Array.from({ length: 9 }, (_, i) => ({
      user: `silent${i}`,
      time: i,
      action: 'review',
      text: '还行',
    }));
    const context = contextWith([...reviews(120), ...unrated]);
    const { run } = await rateJob({ run: null, config: { ...config, epochs: 1, members: 1 } }, context);
    expect(readRecord(context.workspace.path, run).data).toMatchObject({ events: 120, users: 7 });
  });

  it('can start from a run that was trained on texts', async () => {
    const context = contextWith(reviews(120));
    const trained = await trainTextJob({ config: { epochs: 4, batchSize: 16 } }, context);
    expect(trained.run).toBe('run-1');
    expect(trained.validation.loss).toBeGreaterThan(0);
    await expect(loadRun(context.workspace.path, 'run-1')).rejects.toMatchObject({ code: 'RUN_READS_TEXTS' });
    await expect(classifyJob({ run: 'run-1', texts: ['好'] }, context)).rejects.toMatchObject({
      code: 'RUN_WITHOUT_RATINGS',
    });
    const { run, accuracy } = await rateJob({ run: 'run-1', config }, context);
    expect(run).toBe('run-2');
    expect(accuracy.value).toBeGreaterThan(0.8);
  });

  it('are refused with a code if there are none, or too many distinct ones', async () => {
    const rate = (events: readonly ShopEvent[]) => rateJob({ run: null, config }, contextWith(events));
    const all = reviews(40);
    await expect(rate([])).rejects.toMatchObject({ code: 'NO_TEXTS' });
    await expect(rate(all.map(({ text: _, ...event }) => event))).rejects.toMatchObject({ code: 'NO_TEXTS' });
    await expect(rate(all.map((event) => ({ ...event, text: ' \n' })))).rejects.toMatchObject({ code: 'NO_TEXTS' });
    await expect(rate(all.map(({ rating: _, ...event }) => event))).rejects.toMatchObject({ code: 'RATINGS_NEEDED' });
    await expect(rate(all.map((event) => ({ ...event, rating: 1 })))).rejects.toMatchObject({
      code: 'RATINGS_NEEDED',
    });
    await expect(rate(all.map((event, i) => ({ ...event, rating: i })))).rejects.toMatchObject({
      code: 'RATINGS_NEEDED',
    });
    await expect(rate(all.map((event) => ({ ...event, text: '！' })))).rejects.toMatchObject({
      code: 'NOTHING_TO_LEARN',
    });
  });
});
