import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { Pool } from '../../../electron/engine/threads/pool.ts';
import { cancelled } from '../../../shared/errors.ts';
import { encoder, ignore, poolOf, someBehaviours, USERS } from './watched-pool.ts';

beforeAll(async () => {
  await startWasm();
});

describe('a pool', () => {
  const counts = Int32Array.of(3, 1, 2);
  const noted = (did: number[]) => (piece: number) => {
    did.push(piece);
  };

  it('starts no thread for work that is done sooner', async () => {
    const pool = new Pool(8);
    onTestFinished(() => pool.end());
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
