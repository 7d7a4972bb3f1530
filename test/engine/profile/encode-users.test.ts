import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { encodeBatch } from '../../../electron/engine/model/encoder.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { initialWeights, weightShapes } from '../../../electron/engine/model/weights.ts';
import { encodeUsers } from '../../../electron/engine/profile/encode-users.ts';
import { padBatch } from '../../../electron/engine/sequence/batches.ts';
import { buildSequence } from '../../../electron/engine/sequence/build-sequence.ts';
import type { Behaviours } from '../../../electron/engine/sequence/encode.ts';
import { FIELDS } from '../../../electron/engine/sequence/fields.ts';
import { Pool } from '../../../electron/engine/threads/pool.ts';
import { Random } from '../../../shared/domain/random.ts';

const WIDTH = 8;
const LENGTH = 12;
const TOKENS = 20;

/** Histories of 1 to 30 events in sessions of three, more of them than fit into one batch. */
function behavioursOf(users: number): Behaviours {
  const random = new Random(4);
  const counts = Array.from({ length: users }, (_, u) => 1 + ((u * 7) % 30));
  const offsets = Int32Array.of(0, ...counts);
  for (let u = 0; u < users; u++) offsets[u + 1]! += offsets[u]!;
  const events = offsets[users]!;
  const column = () => Int32Array.from({ length: events }, () => 5 + random.integer(TOKENS - 5));
  return {
    users: Int32Array.from({ length: users }, (_, u) => u + 1),
    offsets,
    tokens: Object.fromEntries(FIELDS.map((field) => [field, column()])) as Behaviours['tokens'],
    session: Int32Array.from({ length: events }, (_, e) => Math.floor(e / 3)),
  };
}

async function model() {
  await startWasm();
  const sizes = Object.fromEntries(FIELDS.map((field) => [field, TOKENS]));
  const encoder = EncoderConfig.parse({ width: WIDTH, layers: 1, heads: 2, inner: 16, length: LENGTH, sizes });
  return { encoder, weights: initialWeights(weightShapes(encoder), new Random(2)) };
}

describe('a user’s vector', () => {
  it('is the normalised mean of the encoder’s states of the last behaviours, special positions excluded', async () => {
    const { encoder, weights } = await model();
    const behaviours = behavioursOf(150);
    const vectors = await encodeUsers({ encoder, weights }, behaviours, new Pool(1), () => {});
    for (const user of [0, 3, 77, 149]) {
      const span = { from: behaviours.offsets[user]!, to: behaviours.offsets[user + 1]! };
      const positions = buildSequence(behaviours, span, LENGTH);
      const hidden = encodeBatch(encoder, weights, padBatch([positions])).hidden.dataSync();
      const sum = Array.from({ length: WIDTH }, (_, i) =>
        positions.event.reduce((total, event, t) => total + (event < 0 ? 0 : hidden[t * WIDTH + i]!), 0),
      );
      const norm = Math.hypot(...sum);
      const own = vectors.subarray(user * WIDTH, (user + 1) * WIDTH);
      for (const [i, value] of sum.entries()) expect(own[i]).toBeCloseTo(value / norm, 4);
    }
  });

  it('is computed in batches, with progress for each', async () => {
    const done: number[] = [];
    await encodeUsers(await model(), behavioursOf(150), new Pool(1), (count) => done.push(count));
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(150);
  });
});
