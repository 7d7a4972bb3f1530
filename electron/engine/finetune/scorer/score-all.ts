import type { EncoderConfig } from '../../model/config.ts';
import { encoderCost } from '../../model/cost.ts';
import { shareWeights } from '../../model/shared-weights.ts';
import type { Weights } from '../../model/weights.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import type { Pool } from '../../threads/pool.ts';
import { sharedFloats, toShared } from '../../threads/shared-memory.ts';
import { shareExamples as examplesInShared } from '../examples.ts';
import { batchesOf, behaviourSamples, type SampleSource } from '../head/samples.ts';
import { sampleInference, samplesTask } from '../head/samples-task.ts';
import type { TargetScale } from '../labels/labels.ts';

interface Model {
  readonly encoder: EncoderConfig;
  readonly weights: Weights;
  /** Scale of the head's outputs; null to compute the encoder's pooled vectors instead of scores. */
  readonly scale: TargetScale | null;
}

/**
 * Runs batch inference on all examples, on as many threads as the pool has. Returns (examples × width), row-major.
 * `onProgress` receives the number of examples done.
 */
export async function scoreAll(
  { encoder, weights, scale }: Model,
  samples: SampleSource,
  width: number,
  pool: Pool,
  onProgress: (done: number) => void,
): Promise<Float32Array> {
  const count = samples.examples.history.length;
  const lazySamples = behaviourSamples(samples);
  const batches = batchesOf(
    lazySamples,
    Int32Array.from({ length: count }, (_, i) => i),
  );
  const inference = { encoder, scale, samples, batches, results: sharedFloats(count * width) };
  const positions = batches.reduce(
    (sum, batch) => sum + batch.reduce((total, place) => total + lazySamples.length(place), 0),
    0,
  );
  await pool.share(
    samplesTask,
    () => ({ ...inference, samples: shareSamples(samples), weights: shareWeights(weights) }),
    {
      counts: Int32Array.from(batches, (batch) => batch.length),
      multiplyAdds: positions * encoderCost(encoder),
      do: sampleInference(weights, inference),
      tick: onProgress,
    },
  );
  return inference.results;
}

function shareSamples({ behaviours, examples, facts, offsets, ...rest }: SampleSource): SampleSource {
  return {
    ...rest,
    behaviours: inSharedMemory(behaviours),
    examples: examplesInShared(examples),
    facts: toShared(facts),
    offsets: offsets && toShared(offsets),
  };
}
