import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { initialWeights, weightShapes } from '../../../electron/engine/model/weights.ts';
import { encodeUsers } from '../../../electron/engine/profile/encode-users.ts';
import type { Behaviours } from '../../../electron/engine/sequence/encode.ts';
import { FIELDS } from '../../../electron/engine/sequence/fields.ts';
import { type Pieces, Pool } from '../../../electron/engine/threads/pool.ts';
import type { WorkInput, WorkName, WorkResult } from '../../../electron/engine/threads/works.ts';
import { rankByModel } from '../../../electron/engine/train/evaluate/rank-by-model.ts';
import { rankingsOf } from '../../../electron/engine/train/evaluate/rankings.ts';
import { wholeHistories } from '../../../electron/engine/train/finetune/examples.ts';
import { newHead } from '../../../electron/engine/train/finetune/head/head.ts';
import { learnAll } from '../../../electron/engine/train/finetune/learn.ts';
import { askEveryone } from '../../../electron/engine/train/finetune/scorer/ask-everyone.ts';
import { folds } from '../../../electron/engine/train/finetune/split.ts';
import { HeadConfig } from '../../../shared/domain/head-config.ts';
import { Random } from '../../../shared/domain/random.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { cancelled } from '../../../shared/errors.ts';
import { testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const USERS = 1200;
const TOKENS = 40;

beforeAll(async () => {
  await startWasm();
});

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});

/** A pool that shares whatever it is given, slow in its own part, and knows how many pieces others did. */
class WatchedPool extends Pool {
  byOthers = 0;

  override async share<W extends WorkName>(
    name: W,
    input: () => WorkInput<W>,
    pieces: Pieces<WorkResult<W>>,
  ): Promise<WorkResult<W>[]> {
    let mine = 0;
    const slowly: typeof pieces.do = (piece, tell) => {
      mine++;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP_MS);
      return pieces.do(piece, tell);
    };
    const results = await super.share(name, input, { ...pieces, do: slowly });
    this.byOthers = pieces.counts.length - mine;
    return results;
  }
}
const NAP_MS = 10;

function poolOf(threads: number): WatchedPool {
  const pool = new WatchedPool(threads, 0);
  pools.push(pool);
  return pool;
}

/** Histories of 3 to 32 events in sessions of four. */
function someBehaviours(count = USERS): Behaviours {
  const random = new Random(4);
  const offsets = new Int32Array(count + 1);
  for (let u = 0; u < count; u++) offsets[u + 1] = offsets[u]! + 3 + random.integer(30);
  const column = () => Int32Array.from({ length: offsets[count]! }, () => 5 + random.integer(TOKENS - 5));
  return {
    users: Int32Array.from({ length: count }, (_, u) => u + 1),
    offsets,
    tokens: Object.fromEntries(FIELDS.map((field) => [field, column()])) as Behaviours['tokens'],
    session: Int32Array.from({ length: offsets[count]! }, (_, e) => Math.floor(e / 4)),
  };
}

const sizes = Object.fromEntries(FIELDS.map((field) => [field, TOKENS]));
const encoder = EncoderConfig.parse({ width: 16, layers: 2, heads: 2, inner: 32, length: 24, sizes });
const weights = () => initialWeights(weightShapes(encoder), new Random(2));
const ignore = () => {};

/** Has something computed by one thread and by two, of which the second surely takes part, and compares. */
async function sameByTwo<T>(compute: (pool: Pool) => Promise<T>): Promise<T> {
  const alone = await compute(poolOf(1));
  const pool = poolOf(2);
  while (pool.byOthers === 0) expect(await compute(pool)).toEqual(alone);
  return alone;
}

describe('two threads that share work come to the same numbers as one, bit for bit', () => {
  it('when they encode users', async () => {
    const model = { encoder, weights: weights() };
    const behaviours = someBehaviours();
    await sameByTwo((pool) => encodeUsers(model, behaviours, pool, ignore));
  });

  it('when they rank items', async () => {
    const model = { config: { train: TrainConfig.parse({}), encoder, target: 'item' as const }, weights: weights() };
    const behaviours = someBehaviours();
    const held = Array.from({ length: USERS }, (_, u) => ({
      from: behaviours.offsets[u]!,
      event: behaviours.offsets[u + 1]! - 1,
    }));
    const questions = { column: behaviours.tokens.item, tokens: TOKENS, held };
    const { ranks } = await sameByTwo((pool) => rankByModel(model, behaviours, questions, 10, pool, ignore));
    expect(ranks.every((rank) => rank >= 1)).toBe(true);
  });

  it('when they ask a head about everyone, and then an encoder', async () => {
    const behaviours = someBehaviours();
    const time = Float64Array.from(behaviours.session);
    const examples = wholeHistories({ ...behaviours, time });
    const facts = Float32Array.from({ length: 2 * USERS }, (_, i) => i / USERS);
    const samples = { behaviours, examples, facts, offsets: null, history: 100, length: encoder.length };
    const scale = { mean: 0, deviation: 1, skewed: false };
    const head = newHead(encoder.width, 2, { hidden: 8, outputs: 3 }, new Random(5));
    const model = { encoder, weights: { ...weights(), ...head } };
    const scores = await sameByTwo((pool) => askEveryone({ ...model, scale }, samples, 3, pool, ignore));
    expect(scores.every((score) => Number.isFinite(score) && score !== 0)).toBe(true);
    const bare = { ...samples, facts: new Float32Array(0) };
    await sameByTwo((pool) => askEveryone({ ...model, scale: null }, bare, 2 * encoder.width, pool, ignore));
  });
});

describe('two threads that share questions which are answered apart come to the same answers as one, bit for bit', () => {
  const behaviours = someBehaviours(150);
  const { offsets, users, tokens, session } = behaviours;
  const time = Float64Array.from(session);
  const context = () => recordingContext(testWorkspace()).context;

  it('when they ask baselines', async () => {
    const asked = (back: number) => ({
      column: tokens.item,
      tokens: TOKENS,
      held: Array.from(users, (_, u) => ({ from: offsets[u]!, event: offsets[u + 1]! - back })),
    });
    const trainEnd = offsets.slice(1).map((end) => end - 2);
    const training = { offsets, trainEnd, items: tokens.item, tokens: TOKENS, time, dates: true };
    const questions = { training, validation: asked(2), test: asked(1), seconds: 60 };
    const model = { ranks: new Float64Array(USERS), loss: 0, first: new Int32Array(0) };
    const found = await sameByTwo((pool) => rankingsOf(model, questions, pool, context()));
    expect(Object.keys(found.ranked)).toEqual(['model', 'popularity', 'recent', 'followers', 'neighbours', 'factors']);
  });

  it.each([
    ['solved heads', 9],
    ['heads that are trained with their encoders', 0],
  ])('when they learn %s in folds', async (_which, frozen) => {
    const examples = wholeHistories({ ...behaviours, time });
    const of = Int32Array.from(users, (_, u) => (offsets[u + 1]! - offsets[u]! > 16 ? 1 : 0));
    const labels = { kind: 'classes', names: ['few', 'many'], of } as const;
    const config = HeadConfig.parse({ epochs: 1, folds: 3, frozen });
    const splits = folds(labels, users.length, 3, 0.1, 1);
    const plan = { examples, labels, splits, refit: true, until: null, testCut: null, trainingCuts: [] };
    const reading = { start: { encoder, weights: weights() }, behaviours, history: 40 };
    const histories = { offsets, session, time, amount: new Float32Array(time.length) };
    const dataset = { histories, time: { dates: false, clock: false } };
    const { parts, scorer } = await sameByTwo((pool) => learnAll(plan, reading, dataset, config, pool, context()));
    expect(parts.map(({ fitted }) => fitted.test.length)).toEqual(splits.map(({ test }) => 2 * test.length));
    expect(scorer.kind).toBe(frozen ? 'solved' : 'trained');
  });
});

describe('a pool', () => {
  const counts = Int32Array.of(3, 1, 2);
  const noted = (did: number[]) => (piece: number) => {
    did.push(piece);
  };

  it('starts no thread for work that is done sooner', async () => {
    const pool = new Pool(8);
    pools.push(pool);
    const did: number[] = [];
    const input = () => {
      throw new Error('nobody else was to be given anything');
    };
    const work = { counts, multiplyAdds: 1e6, do: noted(did), tick: ignore };
    await pool.share('profile.vectors', input, work);
    expect(did).toEqual([0, 1, 2]);
  });

  it('tells how many things are done, and stops where that throws', async () => {
    const pool = poolOf(1);
    const told: number[] = [];
    const did: number[] = [];
    const tick = (done: number) => {
      told.push(done);
      if (done >= 4) throw cancelled();
    };
    const work = { counts, multiplyAdds: 1, do: noted(did), tick };
    await expect(pool.share('profile.vectors', neverAsked, work)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(told).toEqual([3, 4]);
    expect(did).toEqual([0, 1]);
  });

  it('fails with the error of a thread that could not do its part', async () => {
    const pool = poolOf(2);
    const broken = { encoder, behaviours: someBehaviours(), vectors: new Float32Array(0) };
    const batches = Array.from({ length: 400 }, () => Int32Array.of(USERS + 1));
    const input = () => ({
      ...broken,
      batches,
      weights: { layout: { weights: [], size: 0 }, flat: new Float32Array(0) },
    });
    const work = { counts: Int32Array.from(batches, () => 1), multiplyAdds: 1, do: ignore, tick: ignore };
    await expect(pool.share('profile.vectors', input, work)).rejects.toThrow('the model has no weight');
  });
});

const neverAsked = (): never => {
  throw new Error('nobody else was to be given anything');
};
