import { beforeAll, describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { initialWeights, variableOf, weightShapes } from '../../../electron/engine/model/weights.ts';
import { embeddingMeans } from '../../../electron/engine/profile/embedding-means.ts';
import { encodeUsers } from '../../../electron/engine/profile/encode-users.ts';
import { poolingOf, profileVectors } from '../../../electron/engine/profile/profile-vectors.ts';
import type { Behaviours } from '../../../electron/engine/sequence/encode.ts';
import { FIELDS, UNK } from '../../../electron/engine/sequence/fields.ts';
import type { Vocabulary } from '../../../electron/engine/sequence/vocabulary.ts';
import { Pool } from '../../../electron/engine/threads/pool.ts';
import { Random } from '../../../shared/domain/random.ts';

beforeAll(async () => {
  await startWasm();
});

const LENGTH = 10;
const WIDTH = 8;
/** Items 5, 6 and 7 occurred 9, 9 and 2 times in training. */
const COUNTS = [9, 9, 2];
const EMBEDDINGS = [0, 1, 2].flatMap((one) => Array.from({ length: WIDTH }, (_, i) => Number(i === one)));

function model() {
  const encoder = EncoderConfig.parse({ width: WIDTH, layers: 1, heads: 2, length: LENGTH, sizes: { item: 8 } });
  const weights = {
    ...initialWeights(weightShapes(encoder), new Random(2)),
    'embeddings.item': variableOf(Float32Array.from([...new Array(5 * WIDTH).fill(0.1), ...EMBEDDINGS]), [8, WIDTH]),
  };
  const item = { values: [1, 2, 3], counts: COUNTS };
  const fields = Object.fromEntries(FIELDS.map((field) => [field, item])) as Vocabulary['fields'];
  const vocabulary = { fields, words: null, priceBounds: [], clock: true, dates: true, timeZone: 'UTC' };
  return { encoder, weights, vocabulary, target: 'item' as const };
}

function behavioursOf(...histories: number[][]): Behaviours {
  const items = Int32Array.from(histories.flat());
  const offsets = Int32Array.of(0, ...histories.map(({ length }) => length));
  for (let h = 0; h < histories.length; h++) offsets[h + 1]! += offsets[h]!;
  return {
    users: Int32Array.from(histories.keys()),
    offsets,
    tokens: Object.fromEntries(FIELDS.map((field) => [field, items])) as Behaviours['tokens'],
    session: new Int32Array(items.length),
  };
}

describe('the mean embedding of a user’s items', () => {
  it('weights each by its logarithmic count and its rarity, and is 0 without known items', () => {
    const spans = { from: Int32Array.of(0, 4), to: Int32Array.of(4, 5) };
    const means = embeddingMeans(model(), behavioursOf([5, 5, 6, 7], [UNK]), spans);
    // Items 5 and 6 are the most frequent: a rarity of 1. Item 7 is rarer by (1 + 9) / (1 + 2).
    const expected = [1 + Math.log(2), 1, 1 + Math.log(10 / 3), 0, 0, 0, 0, 0];
    for (const [i, value] of expected.entries()) expect(means[i]).toBeCloseTo(value / Math.hypot(...expected), 5);
    expect([...means.subarray(WIDTH)]).toEqual(new Array(WIDTH).fill(0));
  });
});

describe('a vector of a profile', () => {
  const history = [5, 6, 7, 5, 6, 7, 5, 6, 7, 7, 7, 5, 6];
  const behaviours = behavioursOf(history, [7]);
  const vectorsWith = (pooling: 'full' | 'history' | 'recent') =>
    profileVectors(model(), behaviours, new Pool(1), () => {}, { pooling });

  it('is the mean state of the whole history and the mean embedding, side by side, of length 1', async () => {
    const run = model();
    const states = await encodeUsers(run, behaviours, new Pool(1), () => {});
    const means = embeddingMeans(run, behaviours, { from: Int32Array.of(0, 13), to: Int32Array.of(13, 14) });
    const full = await vectorsWith('full');
    for (const user of [0, 1]) {
      const row = (values: Float32Array) => [...values.subarray(user * WIDTH, (user + 1) * WIDTH)];
      const expected = [...row(states), ...row(means)].map((value) => value / Math.SQRT2);
      const own = full.subarray(2 * user * WIDTH, 2 * (user + 1) * WIDTH);
      for (const [i, value] of expected.entries()) expect(own[i]).toBeCloseTo(value, 5);
    }
    expect(await vectorsWith('history')).toEqual(states);
  });

  it('is the mean state of the last events that fit into one sequence, if it is to be', async () => {
    // [CLS] and [SEP] leave room for eight of the thirteen events.
    const spans = { from: Int32Array.of(5, 13), to: Int32Array.of(13, 14) };
    expect(await vectorsWith('recent')).toEqual(await encodeUsers(model(), behaviours, new Pool(1), () => {}, spans));
  });

  it('says by its length how it was computed', () => {
    const { encoder } = model();
    expect(poolingOf(encoder, 2 * WIDTH)).toBe('full');
    expect(poolingOf(encoder, WIDTH)).toBe('history');
  });
});
