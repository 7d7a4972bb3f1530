import { beforeAll, describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { initialWeights, weightShapes } from '../../../electron/engine/model/weights.ts';
import { encodeUsers } from '../../../electron/engine/profile/encode-users.ts';
import { itemMeans } from '../../../electron/engine/profile/item-means.ts';
import type { ItemVectors } from '../../../electron/engine/profile/item-vectors.ts';
import { poolingOf, profileVectors } from '../../../electron/engine/profile/profile-vectors.ts';
import type { Behaviours } from '../../../electron/engine/sequence/encode.ts';
import { FIELDS, UNK } from '../../../electron/engine/sequence/fields.ts';
import { Pool } from '../../../electron/engine/threads/pool.ts';
import { Random } from '../../../shared/domain/random.ts';

beforeAll(async () => {
  await startWasm();
});

const LENGTH = 10;
const WIDTH = 8;

/** Vectors of three items: the first, the second and three times the third unit vector. */
const items: ItemVectors = {
  field: 'item',
  vectors: Float32Array.from(
    [1, 1, 3].flatMap((value, item) => Array.from({ length: WIDTH }, (_, i) => (i === item ? value : 0))),
  ),
  width: WIDTH,
};

function model() {
  const encoder = EncoderConfig.parse({ width: WIDTH, layers: 1, heads: 2, length: LENGTH, sizes: { item: 8 } });
  return { encoder, weights: initialWeights(weightShapes(encoder), new Random(2)) };
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

describe('the mean of a user’s items', () => {
  it('weights each by its logarithmic count, and is 0 without known items', () => {
    const spans = { from: Int32Array.of(0, 4), to: Int32Array.of(4, 5) };
    const means = itemMeans(items, behavioursOf([5, 5, 6, 7], [UNK]), spans);
    const expected = [1 + Math.log(2), 1, 3, 0, 0, 0, 0, 0];
    for (const [i, value] of expected.entries()) expect(means[i]).toBeCloseTo(value / Math.hypot(...expected), 5);
    expect([...means.subarray(WIDTH)]).toEqual(new Array(WIDTH).fill(0));
  });
});

describe('a vector of a profile', () => {
  const history = [5, 6, 7, 5, 6, 7, 5, 6, 7, 7, 7, 5, 6];
  const behaviours = behavioursOf(history, [7]);
  const vectorsWith = (pooling: 'full' | 'history' | 'recent') =>
    profileVectors(model(), behaviours, new Pool(1), () => {}, { pooling, items });

  it('is the mean state of the whole history and the mean of the items, side by side, of length 1', async () => {
    const run = model();
    const states = await encodeUsers(run, behaviours, new Pool(1), () => {});
    const means = itemMeans(items, behaviours, { from: Int32Array.of(0, 13), to: Int32Array.of(13, 14) });
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
