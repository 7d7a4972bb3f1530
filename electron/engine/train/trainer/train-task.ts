import type * as tf from '@tensorflow/tfjs-core';
import type { TrainConfig } from '../../../../shared/domain/train-config.ts';
import type { Weights } from '../../model/weights.ts';
import type { Thread } from '../../threads/start-thread.ts';
import type { Prefetching, Replication } from './data-parallel/thread-work.ts';

/** Settings that the trainer reads; the others are the task's. */
export type TrainerSettings = Pick<
  TrainConfig,
  | 'epochs'
  | 'minutes'
  | 'patience'
  | 'averaging'
  | 'checkpointSteps'
  | 'learningRate'
  | 'warmup'
  | 'decay'
  | 'weightDecay'
  | 'clipNorm'
>;

/**
 * Source of a training's batches. Random choices follow from the seed, the epoch and the step, so that a resumed
 * training draws the same batches as an uninterrupted one.
 */
export interface BatchSource<Example, Inputs> {
  readonly epochs: number;
  /** Returns the number of batches in each epoch. */
  batchesPerEpoch(): number;
  /** Returns the batches of an epoch after the first `skip`. */
  batches(epoch: number, skip: number): Iterable<readonly Example[]>;
  /** Splits the batch of a step into one shard per worker. */
  shards(batch: readonly Example[], step: number, workers: number): Shard<Inputs>[];
}

/** Loss function of a training. */
export interface LossFunction<Inputs> {
  readonly settings: TrainerSettings;
  /** Returns a shard's share of the batch loss; the losses of all shards sum to that of the batch. */
  loss(weights: Weights, inputs: Inputs): tf.Scalar;
}

/** What a model is trained on; the trainer knows neither the examples nor the inputs of the loss. */
export interface TrainTask<Example, Inputs> extends LossFunction<Inputs> {
  readonly source: BatchSource<Example, Inputs>;
  /** Starts a thread that prefetches batches of the same source. */
  startPrefetching(work: Prefetching): Thread;
  /** Starts a thread that runs a replica of the model with the same loss function. */
  startReplica(work: Replication): Thread;
}

/** One worker's part of a batch, with counts of the whole batch. */
export interface Shard<Inputs> {
  /** Null if there are no targets for this worker. */
  readonly inputs: Inputs | null;
  /** Whether the batch has any targets. */
  readonly hasTargets: boolean;
  readonly counts: Counts;
}

/** Counts of a whole batch: events, positions, and padding positions in its shards. */
export interface Counts {
  readonly events: number;
  readonly tokens: number;
  readonly padding: number;
}
