import type { EncoderConfig } from '../../model/config.ts';
import { startWasm } from '../../model/kernels/register.ts';
import { ownWeights, type SharedWeights } from '../../model/shared-weights.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import type { Work } from '../../parallel-tasks.ts';
import type { Scale } from '../labels/labels.ts';
import { askBatches } from './batch-inference.ts';
import { headScores, pooledVectors } from './head.ts';
import { type BehaviourSamples, behaviourSamples } from './samples.ts';

/** Whom a model is asked about, and where its answers go. */
export interface Asked {
  readonly encoder: EncoderConfig;
  /** Of the head that is asked; null where the encoder is asked for its vectors. */
  readonly scale: Scale | null;
  readonly samples: BehaviourSamples;
  /** Places of examples that are encoded together. */
  readonly batches: readonly Int32Array[];
  /** (examples × outputs), or (examples × 2 widths), row-major. */
  readonly answers: Float32Array;
}

export interface SamplesInput extends Asked {
  readonly weights: SharedWeights;
}

export async function samplesWork(input: SamplesInput): Promise<Work> {
  await startWasm();
  const weights = ownWeights(input.weights);
  return { do: askInBatches(weights, input), end: () => disposeWeights(weights) };
}

/** Gives a function that asks about one of the batches. */
export function askInBatches(weights: Weights, { encoder, scale, samples, batches, answers }: Asked) {
  return askBatches(
    (part) => (scale ? headScores({ encoder, weights, scale }, part) : pooledVectors({ encoder, weights }, part)),
    behaviourSamples(samples).of,
    batches,
    answers,
  );
}
