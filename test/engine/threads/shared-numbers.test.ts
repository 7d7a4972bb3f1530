import { beforeAll, describe, expect, it } from 'vitest';
import { wholeHistories } from '../../../electron/engine/finetune/examples.ts';
import { newHead } from '../../../electron/engine/finetune/head/head.ts';
import { scoreAll } from '../../../electron/engine/finetune/scorer/score-all.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { encodeUsers } from '../../../electron/engine/profile/encode-users.ts';
import { rankByModel } from '../../../electron/engine/train/rank/rank-by-model.ts';
import { Random } from '../../../shared/domain/random.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { encoder, expectSameWithTwoThreads, ignore, someBehaviours, TOKENS, USERS, weights } from './watched-pool.ts';

beforeAll(async () => {
  await startWasm();
});

describe('two threads compute the same numbers as one, bit for bit', () => {
  it('for vectors of users', async () => {
    const model = { encoder, weights: weights() };
    const behaviours = someBehaviours();
    await expectSameWithTwoThreads((pool) => encodeUsers(model, behaviours, pool, ignore));
  });

  it('for ranks of items', async () => {
    const model = { config: { train: TrainConfig.parse({}), encoder, target: 'item' as const }, weights: weights() };
    const behaviours = someBehaviours();
    const targets = Array.from({ length: USERS }, (_, u) => ({
      from: behaviours.offsets[u]!,
      event: behaviours.offsets[u + 1]! - 1,
    }));
    const testCases = { column: behaviours.tokens.item, tokens: TOKENS, cases: targets };
    const { ranks } = await expectSameWithTwoThreads((pool) =>
      rankByModel(model, behaviours, testCases, 10, pool, ignore),
    );
    expect(ranks.every((rank) => rank >= 1)).toBe(true);
  });

  it('for scores of a prediction, with a linear head and with an encoder', async () => {
    const behaviours = someBehaviours();
    const time = Float64Array.from(behaviours.session);
    const examples = wholeHistories({ ...behaviours, time });
    const facts = Float32Array.from({ length: 2 * USERS }, (_, i) => i / USERS);
    const samples = { behaviours, examples, facts, offsets: null, history: 100, length: encoder.length };
    const scale = { mean: 0, deviation: 1, skewed: false };
    const head = newHead(encoder.width, 2, { hidden: 8, outputs: 3 }, new Random(5));
    const model = { encoder, weights: { ...weights(), ...head } };
    const scores = await expectSameWithTwoThreads((pool) => scoreAll({ ...model, scale }, samples, 3, pool, ignore));
    expect(scores.every((score) => Number.isFinite(score) && score !== 0)).toBe(true);
    const samplesWithoutFacts = { ...samples, facts: new Float32Array(0) };
    await expectSameWithTwoThreads((pool) =>
      scoreAll({ ...model, scale: null }, samplesWithoutFacts, 2 * encoder.width, pool, ignore),
    );
  });
});
