import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { encodeBatch } from '../../../electron/engine/model/encoder.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { initialWeights, type Weights, weightShapes } from '../../../electron/engine/model/weights.ts';
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

/** Sum of the last hidden states over the events of a span that fits into one sequence. */
function sumOf(encoder: EncoderConfig, weights: Weights, behaviours: Behaviours, from: number, to: number): number[] {
  const positions = buildSequence(behaviours, { from, to }, LENGTH);
  const hidden = encodeBatch(encoder, weights, padBatch([positions])).hidden.dataSync();
  return Array.from({ length: WIDTH }, (_, i) =>
    positions.event.reduce((total, event, t) => total + (event < 0 ? 0 : hidden[t * WIDTH + i]!), 0),
  );
}

const normalised = (vector: number[]) => vector.map((value) => value / Math.hypot(...vector));

function expectVector(vector: Float32Array, expected: number[]) {
  for (const [i, value] of normalised(expected).entries()) expect(vector[i]).toBeCloseTo(value, 4);
}

describe('a user’s vector', () => {
  it('is the normalised mean of the encoder’s states of all events, special positions excluded', async () => {
    const { encoder, weights } = await model();
    const behaviours = behavioursOf(150);
    const vectors = await encodeUsers({ encoder, weights }, behaviours, new Pool(1), () => {});
    // Users of at most eight events in sessions of three fit into one sequence of twelve positions.
    for (const user of [0, 30, 60, 120]) {
      const [from, to] = [behaviours.offsets[user]!, behaviours.offsets[user + 1]!];
      expect(to - from).toBeLessThan(9);
      expectVector(vectors.subarray(user * WIDTH, (user + 1) * WIDTH), sumOf(encoder, weights, behaviours, from, to));
    }
  });

  it('is the mean over windows of a history longer than the model’s length, the last one full', async () => {
    const { encoder, weights } = await model();
    // Sixteen events of one session: [CLS] and [SEP] leave room for ten in the last window, six in the first.
    const events = { users: Int32Array.of(1), offsets: Int32Array.of(0, 16), session: new Int32Array(16) };
    const behaviours = { ...behavioursOf(5), ...events };
    const [vector, last] = await Promise.all([
      encodeUsers({ encoder, weights }, behaviours, new Pool(1), () => {}),
      encodeUsers({ encoder, weights }, behaviours, new Pool(1), () => {}, {
        from: Int32Array.of(6),
        to: Int32Array.of(16),
      }),
    ]);
    const sums = [sumOf(encoder, weights, behaviours, 0, 6), sumOf(encoder, weights, behaviours, 6, 16)];
    expectVector(
      vector,
      sums[0]!.map((value, i) => value + sums[1]![i]!),
    );
    expectVector(last, sums[1]!);
  });

  it('is zero for a part of a history without events', async () => {
    const spans = { from: Int32Array.of(0, 3), to: Int32Array.of(0, 5) };
    const vectors = await encodeUsers(await model(), behavioursOf(9), new Pool(1), () => {}, spans);
    expect([...vectors.subarray(0, WIDTH)]).toEqual(new Array(WIDTH).fill(0));
    expect(Math.hypot(...vectors.subarray(WIDTH))).toBeCloseTo(1, 5);
  });

  it('is computed in batches, with progress for each', async () => {
    const done: number[] = [];
    await encodeUsers(await model(), behavioursOf(150), new Pool(1), (count) => done.push(count));
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(150);
  });
});
