import * as tf from '@tensorflow/tfjs';
import { encoderCost } from '../../model/cost.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { threadsByDefault } from '../../threads/thread-count.ts';
import { isSampled } from '../objective/sampled.ts';
import { type Lessons, trainable } from './epoch-batches.ts';
import type { TrainState } from './train-state.ts';

/** Multiply-adds of a training below which it has ended before other threads have started: some seconds of one core. */
const FEW_IN_ALL = 2e11;
/** Of a step, below which another worker does not pay for its part in exchanging gradients: about a millisecond. */
const FEW_IN_A_STEP = 4e7;
/** A backward pass costs about twice a forward pass. */
const PASSES = 3;

/**
 * Workers of a training from a state on, as its settings say. Where they leave it open, what there is to compute is weighed
 * against what threads cost: 0 where even one that prepares batches is not worth it, or where a
 * backend does not compute on the processor's cores.
 */
export function workersFor(lessons: Lessons, { epoch }: Pick<TrainState, 'epoch'>): number {
  const { workers, epochs, batchSize } = lessons.config.train;
  if (tf.getBackend() !== 'wasm') return 0;
  if (workers > 0) return workers;
  const { positions, sequences } = sizeOfEpoch(lessons);
  const ofEpoch = PASSES * positions * perPosition(lessons.config);
  if (ofEpoch * (epochs - epoch) < FEW_IN_ALL) return 0;
  const ofStep = (ofEpoch / sequences) * batchSize;
  return Math.max(1, Math.min(threadsByDefault(), batchSize, Math.floor(ofStep / FEW_IN_A_STEP)));
}

function sizeOfEpoch(lessons: Lessons) {
  const { config, behaviours, trainEnd } = lessons;
  const histories = trainable(lessons);
  const positions = histories.reduce(
    (sum, h) => sum + Math.min(config.encoder.length, 1 + trainEnd[h]! - behaviours.offsets[h]!),
    0,
  );
  return { positions, sequences: Math.max(1, histories.length) };
}

/** Multiply-adds of one position's way through the encoder and of the scores that are asked for there. */
function perPosition(config: RunConfig): number {
  const { encoder, train, target } = config;
  const tokens = isSampled(config) ? train.negatives : encoder.sizes[target]!;
  const asked = train.objective === 'causal' ? 1 : train.maskShare;
  return encoderCost(encoder) + asked * tokens * encoder.width;
}
