import type { EncoderConfig } from '../../model/config.ts';
import { startWasm } from '../../model/kernels/register.ts';
import { copyWeights, type SharedWeights } from '../../model/shared-weights.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import type { ParallelTask } from '../../threads/task.ts';
import type { TargetScale } from '../labels/labels.ts';
import { batchInference } from './batch-inference.ts';
import { headScores, pooledVectors } from './head.ts';
import { headBatchOf } from './head-batch.ts';
import { behaviourSamples, type SampleSource } from './samples.ts';

/** Input of batch inference, and the array that receives its results. */
export interface InferenceInput {
  readonly encoder: EncoderConfig;
  /** Scale of the head's outputs; null to compute the encoder's pooled vectors. */
  readonly scale: TargetScale | null;
  readonly samples: SampleSource;
  /** Indices of examples that are encoded together. */
  readonly batches: readonly Int32Array[];
  /** (examples × outputs) scores or (examples × 2 widths) vectors, row-major. */
  readonly results: Float32Array;
}

export interface SamplesInput extends InferenceInput {
  readonly weights: SharedWeights;
}

export const samplesTask: ParallelTask<SamplesInput, void> = {
  name: 'finetune.samples',
  async start(input) {
    await startWasm();
    const weights = copyWeights(input.weights);
    return { do: sampleInference(weights, input), dispose: () => disposeWeights(weights) };
  },
};

/** Returns a function that runs inference on the batch at an index. */
export function sampleInference(weights: Weights, { encoder, scale, samples, batches, results }: InferenceInput) {
  return batchInference(
    (part) =>
      scale
        ? headScores({ encoder, weights, scale }, headBatchOf(part))
        : pooledVectors({ encoder, weights }, headBatchOf(part)),
    behaviourSamples(samples).get,
    batches,
    results,
  );
}
