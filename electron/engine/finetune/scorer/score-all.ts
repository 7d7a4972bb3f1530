import type { EncoderConfig } from '../../model/config.ts';
import { encoderCost } from '../../model/cost.ts';
import { shareWeights } from '../../model/shared-weights.ts';
import type { Weights } from '../../model/weights.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import type { Pool } from '../../threads/pool.ts';
import { shared, sharedFloats } from '../../threads/shared-memory.ts';
import { inShared as examplesInShared } from '../examples.ts';
import { type BehaviourSamples, batchesOf, behaviourSamples } from '../head/samples.ts';
import { askInBatches } from '../head/samples-task.ts';
import type { Scale } from '../labels/labels.ts';

interface Model {
  readonly encoder: EncoderConfig;
  readonly weights: Weights;
  /** Of its head; null where the encoder's vectors are asked for. */
  readonly scale: Scale | null;
}

/**
 * What a model answers about all examples, (examples × width), row-major, on as many threads as the pool has. `tick` is told
 * how many are done.
 */
export async function askEveryone(
  { encoder, weights, scale }: Model,
  samples: BehaviourSamples,
  width: number,
  pool: Pool,
  tick: (done: number) => void,
): Promise<Float32Array> {
  const count = samples.examples.history.length;
  const drawn = behaviourSamples(samples);
  const batches = batchesOf(
    drawn,
    Int32Array.from({ length: count }, (_, i) => i),
  );
  const asked = { encoder, scale, samples, batches, answers: sharedFloats(count * width) };
  const positions = batches.reduce(
    (sum, batch) => sum + batch.reduce((held, place) => held + drawn.length(place), 0),
    0,
  );
  await pool.share(
    'finetune.samples',
    () => ({ ...asked, samples: inShared(samples), weights: shareWeights(weights) }),
    {
      counts: Int32Array.from(batches, (batch) => batch.length),
      multiplyAdds: positions * encoderCost(encoder),
      do: askInBatches(weights, asked),
      tick,
    },
  );
  return asked.answers;
}

function inShared({ behaviours, examples, facts, offsets, ...rest }: BehaviourSamples): BehaviourSamples {
  return {
    ...rest,
    behaviours: inSharedMemory(behaviours),
    examples: examplesInShared(examples),
    facts: shared(facts),
    offsets: offsets && shared(offsets),
  };
}
