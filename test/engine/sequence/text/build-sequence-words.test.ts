import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../../electron/engine/runs/run-files.ts';
import { buildSequence } from '../../../../electron/engine/sequence/build-sequence.ts';
import type { Behaviours } from '../../../../electron/engine/sequence/encode.ts';
import { CLS, FIELDS, FIRST_TOKEN, MASK, SEP, UNK } from '../../../../electron/engine/sequence/fields.ts';
import { causalNextExample } from '../../../../electron/engine/train/objective/causal.ts';
import { maskedExample, maskedNextExample } from '../../../../electron/engine/train/objective/masking.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const [A, B] = [FIRST_TOKEN + 1, FIRST_TOKEN + 2];

/** Three behaviours of one session with 2, 0 and 3 words; their tokens are numbered from 100. */
const behaviours: Behaviours = {
  users: Int32Array.of(1),
  offsets: Int32Array.of(0, 3),
  tokens: Object.fromEntries(FIELDS.map((field) => [field, Int32Array.of(A, B, A + 5)])) as Behaviours['tokens'],
  session: Int32Array.of(0, 0, 0),
  words: { offsets: Int32Array.of(0, 2, 2, 5), tokens: Int32Array.of(100, 101, 102, 103, 104) },
};
const all = { from: 0, to: 3 };

const config: RunConfig = {
  train: TrainConfig.parse({ nextShare: 0, maskShare: 0.9 }),
  encoder: {
    ...{ width: 8, layers: 1, heads: 1, inner: 8, length: 16, segments: 2, norm: 'post', epsilon: 1e-12 },
    ...{ causal: false, positions: 'fromEnd', head: 'transform', dropout: 0, sizes: {} },
  },
  target: 'item',
};

describe('the words of a text', () => {
  it('are positions after their behaviour, with its action and no event of their own', () => {
    const { tokens, event } = buildSequence(behaviours, all, 16);
    expect([...event]).toEqual([-1, 0, -1, -1, 1, 2, -1, -1, -1, -1]);
    expect([...tokens.word!]).toEqual([CLS, UNK, 100, 101, UNK, UNK, 102, 103, 104, SEP]);
    expect([...tokens.item]).toEqual([CLS, A, UNK, UNK, B, A + 5, UNK, UNK, UNK, SEP]);
    expect([...tokens.action]).toEqual([CLS, A, A, A, B, A + 5, A + 5, A + 5, A + 5, SEP]);
  });

  it('are cut off before their behaviour is if they do not fit', () => {
    const { tokens, event } = buildSequence(behaviours, all, 5);
    expect([...event]).toEqual([-1, 2, -1, -1, -1]);
    expect([...tokens.word!]).toEqual([CLS, UNK, 102, 103, SEP]);
    for (let length = 3; length < 14; length++)
      expect(buildSequence(behaviours, all, length).event.length).toBeLessThanOrEqual(length);
  });

  it('of the target are left out', () => {
    const masked = maskedNextExample(behaviours, 0, 2, config);
    expect([...masked.positions.tokens.word!]).toEqual([CLS, UNK, 100, 101, UNK, UNK, SEP]);
    const causal = causalNextExample(behaviours, 0, 2, config);
    expect([...causal.positions.tokens.word!]).toEqual([CLS, UNK, 100, 101, UNK]);
  });

  it('are masked together with their behaviour', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { positions, targetPositions: at } = maskedExample(behaviours, all, config, new Random(seed), () => all);
      const { item, word } = positions.tokens;
      for (const place of at) {
        if (item[place] !== MASK) continue;
        for (let next = place + 1; positions.event[next] === -1 && word![next] !== SEP; next++) {
          expect(word![next]).toBe(MASK);
        }
      }
    }
  });
});
