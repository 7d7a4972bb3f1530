import * as tf from '@tensorflow/tfjs';
import { type FlatLayout, unpack } from '../../../model/flat-weights.ts';
import { Barrier } from '../../../threads/barrier.ts';
import { Adam } from '../optimiser.ts';
import { applyGradients, type Learner, shardGradients } from '../step.ts';
import { AllReduce, type GradientBuffers } from './all-reduce.ts';
import type { Shard } from './shards.ts';

/** Memory shared by the replicas of a training. */
export interface SharedState {
  readonly layout: FlatLayout;
  readonly workers: number;
  readonly gradientBuffers: GradientBuffers;
  readonly arrived: Int32Array<SharedArrayBuffer>;
  /** Learning rates of the even and the odd round, set by the first worker. */
  readonly rates: Float64Array;
}

/** One worker's replica of the model; all replicas are equal after each step. */
export class Replica {
  readonly barrier: Barrier;
  private readonly sharedState: SharedState;
  private readonly worker: number;
  private readonly learner: Learner;
  private readonly allReduce: AllReduce;
  /** Number of completed rounds; steps without targets are not counted. */
  private round = 0;

  constructor(sharedState: SharedState, worker: number, learner: Learner) {
    this.sharedState = sharedState;
    this.worker = worker;
    this.learner = learner;
    this.allReduce = new AllReduce(sharedState.layout, sharedState.gradientBuffers, worker);
    this.barrier = new Barrier(sharedState.arrived, sharedState.workers);
  }

  /**
   * Computes and publishes the gradients of this worker's shard; `finish` requires that all workers have done so. The
   * first worker sets the learning rate.
   */
  contribute(shard: Shard, step: number, rate?: number): void {
    if (rate !== undefined) this.sharedState.rates[this.round % 2] = rate;
    const { loss, gradients } = shardGradients(this.learner, shard, step, this.worker);
    this.allReduce.publish(this.round, loss, gradients);
    tf.dispose(gradients);
    this.barrier.arrive();
  }

  /** Applies the summed gradients. Returns the loss of the whole batch. */
  finish(step: number): number {
    const { loss, gradients } = this.allReduce.sum(this.round);
    applyGradients(this.learner, gradients, step, this.sharedState.rates[this.round % 2]!);
    this.round++;
    return loss;
  }

  dispose(): void {
    this.allReduce.dispose();
  }
}

/** Initial weights and optimiser moments, in shared memory. */
export interface SharedModel {
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

export function learnerOf(config: Learner['config'], layout: FlatLayout, sharedModel: SharedModel): Learner {
  const adam = new Adam({});
  Object.assign(adam.first, unpack(layout, sharedModel.first));
  Object.assign(adam.second, unpack(layout, sharedModel.second));
  return { config, weights: unpack(layout, sharedModel.weights), adam };
}
