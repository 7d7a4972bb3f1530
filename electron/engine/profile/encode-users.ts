import { encoderCost } from '../model/cost.ts';
import { shareWeights } from '../model/shared-weights.ts';
import type { Run } from '../runs/run-files.ts';
import { evenBatches } from '../sequence/batches.ts';
import { fitOf } from '../sequence/build-sequence.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import type { Pool } from '../threads/pool.ts';
import { sharedFloats } from '../threads/shared-memory.ts';
import { encodeBatches } from './vectors-task.ts';

/**
 * A vector for each history: the mean, over its last behaviours (special positions left out), of what the encoder's last
 * layer says of them, scaled to length 1. Gives (histories × width), row-major, in the order of `behaviours`. `tick` is told
 * how many are done.
 */
export async function encodeUsers(
  { encoder, weights }: Pick<Run, 'encoder' | 'weights'>,
  behaviours: Behaviours,
  pool: Pool,
  tick: (done: number) => void,
): Promise<Float32Array> {
  const { offsets, users } = behaviours;
  const lengths = users.map(
    (_, h) => fitOf(behaviours, { from: offsets[h]!, to: offsets[h + 1]! }, encoder.length).positions,
  );
  const batches = evenBatches(lengths);
  const vectors = sharedFloats(users.length * encoder.width);
  const shape = { encoder, batches, vectors };
  await pool.share(
    'profile.vectors',
    () => ({ ...shape, behaviours: inSharedMemory(behaviours), weights: shareWeights(weights) }),
    {
      counts: Int32Array.from(batches, (batch) => batch.length),
      multiplyAdds: encoderCost(encoder) * lengths.reduce((sum, length) => sum + length, 0),
      do: encodeBatches(weights, { ...shape, behaviours }),
      tick,
    },
  );
  return vectors;
}
