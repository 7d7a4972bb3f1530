import * as tf from '@tensorflow/tfjs-core';
import { encoderCost } from '../../model/cost.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { defaultThreadCount } from '../../threads/thread-count.ts';
import { learnsContrast } from '../contrast/slices.ts';
import { isSampled } from '../objective/sampled.ts';
import type { TrainState } from '../trainer/train-state.ts';
import { epochHistories, type TrainingData } from './epoch-batches.ts';

/** Multiply-adds of a training below which it finishes before other threads have started: a few seconds of one core. */
const MIN_TRAINING_COST = 2e11;
/** Multiply-adds per step below which another worker does not outweigh its all-reduce: about a millisecond. */
const MIN_WORKER_COST = 4e7;
/** Forward and backward pass; a backward pass costs about twice a forward pass. */
const PASSES = 3;

/**
 * Returns the number of workers for the rest of a training, as its settings specify. If they do not, the amount of
 * computation is weighed against the cost of threads: 0 if not even a prefetching thread pays off, or if the backend
 * does not compute on the processor's cores.
 */
export function workersFor(trainingData: TrainingData, { epoch }: Pick<TrainState, 'epoch'>): number {
  const { workers, epochs, batchSize } = trainingData.config.train;
  if (tf.getBackend() !== 'wasm') return 0;
  if (workers > 0) return workers;
  const { positions, sequences } = sizeOfEpoch(trainingData);
  const epochCost = PASSES * positions * costPerPosition(trainingData.config);
  if (epochCost * (epochs - epoch) < MIN_TRAINING_COST) return 0;
  const stepCost = (epochCost / sequences) * batchSize;
  return Math.max(1, Math.min(defaultThreadCount(), batchSize, Math.floor(stepCost / MIN_WORKER_COST)));
}

function sizeOfEpoch(trainingData: TrainingData) {
  const { config, behaviours, trainEnd } = trainingData;
  const histories = epochHistories(trainingData);
  const positions = histories.reduce(
    (sum, h) => sum + Math.min(config.encoder.length, 1 + trainEnd[h]! - behaviours.offsets[h]!),
    0,
  );
  const slicePositions = histories.length * meanSlicePositions(config);
  return { positions: positions + slicePositions, sequences: Math.max(1, histories.length) };
}

/** Returns the number of positions of a history's slices, about five eighths of the longest each. */
function meanSlicePositions({ train, encoder }: RunConfig): number {
  return learnsContrast(train) ? train.slices * Math.min(encoder.length, 0.625 * train.sliceLength) : 0;
}

/** Multiply-adds of one position: the encoder, and the scores of its share of targets. */
function costPerPosition(config: RunConfig): number {
  const { encoder, train, target } = config;
  const tokens = isSampled(config) ? train.negatives : encoder.sizes[target]!;
  const targetShare = train.objective === 'causal' ? 1 : train.maskShare;
  return encoderCost(encoder) + targetShare * tokens * encoder.width;
}
