import type { MessagePort } from 'node:worker_threads';
import type { FlatLayout } from '../../../model/flat-weights.ts';
import type { GradientBuffers } from './gradient-buffers.ts';

/** Work of the thread that prefetches the batches of a data-parallel training. */
export interface Prefetching {
  /** The first batch: its epoch, the number of batches of that epoch before it, and its step. */
  readonly from: { readonly epoch: number; readonly batch: number; readonly step: number };
  /** Port of each worker, through which its shards are sent. */
  readonly ports: readonly MessagePort[];
  /** Numbers of batches sent and taken; one element each. */
  readonly sentCount: Int32Array<SharedArrayBuffer>;
  readonly takenCount: Int32Array<SharedArrayBuffer>;
}

/** Work of a replica's thread. */
export interface Replication {
  readonly sharedState: SharedState;
  readonly sharedModel: SharedModel;
  /** Index of the worker, from 1; worker 0 is the calling thread of the training. */
  readonly worker: number;
  /** Index of the first step. */
  readonly step: number;
  readonly port: MessagePort;
  readonly sentCount: Int32Array<SharedArrayBuffer>;
}

/** Memory shared by the replicas of a training. */
export interface SharedState {
  readonly layout: FlatLayout;
  readonly workers: number;
  readonly gradientBuffers: GradientBuffers;
  readonly arrived: Int32Array<SharedArrayBuffer>;
  /** Learning rates of the even and the odd round, set by the first worker. */
  readonly rates: Float64Array;
}

/** Initial weights and optimiser moments, in shared memory. */
export interface SharedModel {
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}
