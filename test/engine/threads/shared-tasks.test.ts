import { beforeAll, describe, expect, it } from 'vitest';
import { rankingsOf } from '../../../electron/engine/evaluate/rankings.ts';
import { wholeHistories } from '../../../electron/engine/finetune/examples.ts';
import { fitAllSplits } from '../../../electron/engine/finetune/fit-all-splits.ts';
import { folds } from '../../../electron/engine/finetune/split.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { freshTextEncoder } from '../../../electron/engine/text/fit-text-heads.ts';
import { trainRatings } from '../../../electron/engine/text/train-ratings.ts';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';
import { encoder, expectSameWithTwoThreads, someBehaviours, TOKENS, USERS, weights } from './watched-pool.ts';

beforeAll(async () => {
  await startWasm();
});

describe('two threads compute the same results as one, bit for bit', () => {
  const behaviours = someBehaviours(150);
  const { offsets, users, tokens, session } = behaviours;
  const time = Float64Array.from(session);
  const context = () => recordingContext(testWorkspace()).context;

  it('for baselines', async () => {
    const testCasesAt = (back: number) => ({
      column: tokens.item,
      tokens: TOKENS,
      cases: Array.from(users, (_, u) => ({ from: offsets[u]!, event: offsets[u + 1]! - back })),
    });
    const trainEnd = offsets.slice(1).map((end) => end - 2);
    const training = { offsets, trainEnd, items: tokens.item, tokens: TOKENS, time, dates: true };
    const testCases = { training, validation: testCasesAt(2), test: testCasesAt(1), topCount: 10, seconds: 60 };
    const ranking = {
      ranks: new Float64Array(USERS),
      loss: 0,
      topTokens: new Int32Array(0),
      topScores: new Float32Array(0),
    };
    const model = { ranked: ranking, validation: ranking };
    const result = await expectSameWithTwoThreads((pool) => rankingsOf(model, testCases, pool, context()));
    expect(Object.keys(result.ranked)).toEqual(['model', 'popularity', 'recent', 'followers', 'neighbours', 'factors']);
  });

  it.each([
    ['fitted heads', 9],
    ['heads trained with their encoders', 0],
  ])('for %s in folds', async (_which, frozen) => {
    const examples = wholeHistories({ ...behaviours, time });
    const values = Int32Array.from(users, (_, u) => (offsets[u + 1]! - offsets[u]! > 16 ? 1 : 0));
    const labels = { kind: 'classes', names: ['few', 'many'], values } as const;
    const config = FinetuneConfig.parse({ epochs: 1, folds: 3, frozen });
    const splits = folds(labels, users.length, 3, 0.1, 1);
    const plan = { examples, labels, splits, refit: true, until: null, testCut: null, trainingCuts: [] };
    const reading = { baseEncoder: { encoder, weights: weights() }, behaviours, history: 40 };
    const histories = { offsets, session, time, amount: new Float32Array(time.length) };
    const dataset = { histories, time: { dates: false, clock: false, timeZone: 'UTC' } };
    const { fittedSplits: parts, scorer } = await expectSameWithTwoThreads((pool) =>
      fitAllSplits(plan, reading, dataset, config, pool, context()),
    );
    expect(parts.map(({ scores: fitted }) => fitted.test.length)).toEqual(splits.map(({ test }) => 2 * test.length));
    expect(scorer.kind).toBe(frozen ? 'solved' : 'trained');
  });

  it('for folds of a training on ratings', async () => {
    const [good, bad] = ['很好吃，味道不错', '太慢了，不好吃'];
    const texts = Array.from({ length: 60 }, (_, i) => `${i % 2 ? good : bad} ${i % 7}`);
    const labels = { kind: 'classes', names: ['0', '1'], values: Int32Array.from(texts, (_, i) => i % 2) } as const;
    const config = FinetuneConfig.parse({ epochs: 1, folds: 3, members: 2, frozen: 0 });
    const { context } = recordingContext(testWorkspace());
    const [workspace, rated, run] = [context.workspace.path, { texts, labels }, null];
    let runs = 0;
    const { encoder } = freshTextEncoder(texts);
    const result = await expectSameWithTwoThreads((pool) => {
      const input = { workspace, run, rated, config, id: `run-${++runs}`, cacheKey: 'of these texts' };
      return trainRatings(input, freshTextEncoder, encoder, pool, context);
    });
    expect(result.members).toHaveLength(2);
    expect(result.comparison.accuracy.value).toBeGreaterThan(0.8);
  });
});
