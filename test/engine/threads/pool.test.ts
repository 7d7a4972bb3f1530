import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { vectorsTask } from '../../../electron/engine/profile/vectors-task.ts';
import { Pool } from '../../../electron/engine/threads/pool.ts';
import { cancelled } from '../../../shared/errors.ts';
import { encoder, ignore, poolOf, someBehaviours, USERS } from './watched-pool.ts';

beforeAll(async () => {
  await startWasm();
});

describe('a pool', () => {
  const counts = Int32Array.of(3, 1, 2);
  const record = (donePieces: number[]) => (piece: number) => {
    donePieces.push(piece);
  };

  it('starts no thread for a small amount of work', async () => {
    const pool = new Pool(8);
    onTestFinished(() => pool.end());
    const donePieces: number[] = [];
    const input = () => {
      throw new Error('no input was expected to be created');
    };
    const pieces = { counts, multiplyAdds: 1e6, do: record(donePieces), tick: ignore };
    await pool.share(vectorsTask, input, pieces);
    expect(donePieces).toEqual([0, 1, 2]);
  });

  it('reports its progress, and stops if the callback throws', async () => {
    const pool = poolOf(1);
    const reportedCounts: number[] = [];
    const donePieces: number[] = [];
    const tick = (done: number) => {
      reportedCounts.push(done);
      if (done >= 4) throw cancelled();
    };
    const pieces = { counts, multiplyAdds: 1, do: record(donePieces), tick };
    await expect(pool.share(vectorsTask, neverCalled, pieces)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(reportedCounts).toEqual([3, 4]);
    expect(donePieces).toEqual([0, 1]);
  });

  it('fails with the error of a thread', async () => {
    const pool = poolOf(2);
    const windows = { from: new Int32Array(0), to: new Int32Array(0) };
    const broken = { encoder, behaviours: someBehaviours(), windows, sums: new Float32Array(0) };
    const batches = Array.from({ length: 400 }, () => Int32Array.of(USERS + 1));
    const input = () => ({
      ...broken,
      batches,
      weights: { layout: { weights: [], size: 0 }, flat: new Float32Array(0) },
    });
    const pieces = { counts: Int32Array.from(batches, () => 1), multiplyAdds: 1, do: ignore, tick: ignore };
    await expect(pool.share(vectorsTask, input, pieces)).rejects.toThrow('the model has no weight');
  });
});

const neverCalled = (): never => {
  throw new Error('no input was expected to be created');
};
