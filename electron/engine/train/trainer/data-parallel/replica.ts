import * as tf from '@tensorflow/tfjs-core';
import { type FlatLayout, pack, unpack } from '../../../model/flat-weights.ts';
import type { Weights } from '../../../model/weights.ts';
import { Barrier } from '../../../threads/barrier.ts';
import { sharedFloats } from '../../../threads/shared-memory.ts';
import { Adam } from '../optimiser.ts';
import { applyGradients, shardGradients } from '../step.ts';
import type { LossFunction, Shard } from '../train-task.ts';
import type { Training } from '../training.ts';
import { AllReduce } from './all-reduce.ts';
import type { SharedModel, SharedState } from './thread-work.ts';

type Model = Pick<Training, 'weights' | 'adam'>;

/** One worker's replica of the model; all replicas are equal after each step. */
export class Replica<Inputs> {
  readonly barrier: Barrier;
  private readonly sharedState: SharedState;
  private readonly task: LossFunction<Inputs>;
  private readonly model: Model;
  private readonly allReduce: AllReduce;
  /** Number of completed rounds; steps without targets are not counted. */
  private round = 0;

  constructor(sharedState: SharedState, worker: number, task: LossFunction<Inputs>, model: Model) {
    this.sharedState = sharedState;
    this.task = task;
    this.model = model;
    this.allReduce = new AllReduce(sharedState.layout, sharedState.gradientBuffers, worker);
    this.barrier = new Barrier(sharedState.arrived, sharedState.workers);
  }

  /**
   * Computes and publishes the gradients of this worker's shard; `finish` requires that all workers have done so. The
   * first worker sets the learning rate.
   */
  contribute(shard: Shard<Inputs>, rate?: number): void {
    if (rate !== undefined) this.sharedState.rates[this.round % 2] = rate;
    const { loss, gradients } = shardGradients(this.task, this.model.weights, shard);
    this.allReduce.publish(this.round, loss, gradients);
    tf.dispose(gradients);
    this.barrier.arrive();
  }

  /** Applies the summed gradients. Returns the loss of the whole batch. */
  finish(step: number): number {
    const { loss, gradients } = this.allReduce.sum(this.round);
    const rate = this.sharedState.rates[this.round % 2]!;
    applyGradients(this.model, this.task.settings, gradients, step, rate);
    this.round++;
    return loss;
  }

  dispose(): void {
    this.allReduce.dispose();
  }
}

export function shareModel({ weights, adam }: Model, layout: FlatLayout): SharedModel {
  const toSharedMemory = (of: Weights) => {
    const flat = sharedFloats(layout.size);
    pack(layout, of, flat);
    return flat;
  };
  return { weights: toSharedMemory(weights), first: toSharedMemory(adam.first), second: toSharedMemory(adam.second) };
}

/** Copies a shared model for this thread. */
export function copyOf({ weights, first, second }: SharedModel, layout: FlatLayout): Model {
  const adam = new Adam({});
  Object.assign(adam.first, unpack(layout, first));
  Object.assign(adam.second, unpack(layout, second));
  return { weights: unpack(layout, weights), adam };
}
