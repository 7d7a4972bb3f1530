import { encoderCost } from '../model/cost.ts';
import { shareWeights } from '../model/shared-weights.ts';
import type { Run } from '../runs/run-files.ts';
import { batchByLength } from '../sequence/batches.ts';
import { measureSequence } from '../sequence/build-sequence.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import type { Pool } from '../threads/pool.ts';
import { sharedFloats } from '../threads/shared-memory.ts';
import { batchEncoder, vectorsTask } from './vectors-task.ts';

/**
 * Computes a vector per history: the mean of the encoder's last hidden states over its last behaviours (special tokens
 * and words excluded), scaled to length 1. Returns (histories × width), row-major, in the order of `behaviours`. Calls
 * `onProgress` with the number of histories completed.
 */
export async function encodeUsers(
  { encoder, weights }: Pick<Run, 'encoder' | 'weights'>,
  behaviours: Behaviours,
  pool: Pool,
  onProgress: (done: number) => void,
): Promise<Float32Array> {
  const { offsets, users } = behaviours;
  const lengths = users.map(
    (_, h) => measureSequence(behaviours, { from: offsets[h]!, to: offsets[h + 1]! }, encoder.length).positions,
  );
  const batches = batchByLength(lengths);
  const vectors = sharedFloats(users.length * encoder.width);
  const shape = { encoder, batches, vectors };
  await pool.share(
    vectorsTask,
    () => ({ ...shape, behaviours: inSharedMemory(behaviours), weights: shareWeights(weights) }),
    {
      counts: Int32Array.from(batches, (batch) => batch.length),
      multiplyAdds: encoderCost(encoder) * lengths.reduce((sum, length) => sum + length, 0),
      do: batchEncoder(weights, { ...shape, behaviours }),
      tick: onProgress,
    },
  );
  return vectors;
}
