import { expect, onTestFinished } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { initialWeights, weightShapes } from '../../../electron/engine/model/weights.ts';
import type { Behaviours } from '../../../electron/engine/sequence/encode.ts';
import { FIELDS } from '../../../electron/engine/sequence/fields.ts';
import { type Pieces, Pool } from '../../../electron/engine/threads/pool.ts';
import type { ParallelTask } from '../../../electron/engine/threads/task.ts';
import { Random } from '../../../shared/domain/random.ts';

export const USERS = 1200;
export const TOKENS = 40;

/** A pool that shares every task, slows down the calling thread, and counts the pieces done by other threads. */
class WatchedPool extends Pool {
  workerPieces = 0;

  override async share<Input, Output>(
    task: ParallelTask<Input, Output>,
    input: () => Input,
    pieces: Pieces<Output>,
  ): Promise<Output[]> {
    let ownPieces = 0;
    const slowDo: typeof pieces.do = (piece, tell) => {
      ownPieces++;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP_MS);
      return pieces.do(piece, tell);
    };
    const results = await super.share(task, input, { ...pieces, do: slowDo });
    this.workerPieces = pieces.counts.length - ownPieces;
    return results;
  }
}
const NAP_MS = 10;

/** Creates a pool that is ended after the test. */
export function poolOf(threads: number): WatchedPool {
  const pool = new WatchedPool(threads, 0);
  onTestFinished(() => pool.end());
  return pool;
}

/** Histories of 3 to 32 events in sessions of four. */
export function someBehaviours(count = USERS): Behaviours {
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
export const encoder = EncoderConfig.parse({ width: 16, layers: 2, heads: 2, inner: 32, length: 24, sizes });
export const weights = () => initialWeights(weightShapes(encoder), new Random(2));
export const ignore = () => {};

/** Computes a result with one thread and with two, of which the second surely takes part, and compares them. */
export async function expectSameWithTwoThreads<T>(compute: (pool: Pool) => Promise<T>): Promise<T> {
  const singleThreadResult = await compute(poolOf(1));
  const pool = poolOf(2);
  while (pool.workerPieces === 0) expect(await compute(pool)).toEqual(singleThreadResult);
  return singleThreadResult;
}
