import * as tf from '@tensorflow/tfjs';
import { type FlatLayout, unpack } from '../../../model/flat-weights.ts';
import { Meeting } from '../../../threads/barrier.ts';
import { Adam } from '../optimiser.ts';
import { applyGradients, type Learner, partGradients } from '../step.ts';
import { Exchange, type Findings } from './all-reduce.ts';
import type { Part } from './shards.ts';

/** What the workers of a training share. */
export interface Table {
  readonly layout: FlatLayout;
  readonly workers: number;
  readonly findings: Findings;
  readonly arrivals: Int32Array<SharedArrayBuffer>;
  /** The learning rate of each round, even and odd, as the first worker has it. */
  readonly rates: Float64Array;
}

/** One worker of a training: its copy of the model, which is the same as everyone's after each step. */
export class Seat {
  readonly meeting: Meeting;
  private readonly table: Table;
  private readonly worker: number;
  private readonly learner: Learner;
  private readonly exchange: Exchange;
  /** Rounds that all have finished: steps at which nothing is asked are none. */
  private round = 0;

  constructor(table: Table, worker: number, learner: Learner) {
    this.table = table;
    this.worker = worker;
    this.learner = learner;
    this.exchange = new Exchange(table.layout, table.findings, worker);
    this.meeting = new Meeting(table.arrivals, table.workers);
  }

  /** Works out this worker's part of a step; all have to have done so before it is finished. The first tells the rate. */
  contribute(part: Part, step: number, rate?: number): void {
    if (rate !== undefined) this.table.rates[this.round % 2] = rate;
    const { loss, gradients } = partGradients(this.learner, part, step, this.worker);
    this.exchange.give(this.round, loss, gradients);
    tf.dispose(gradients);
    this.meeting.arrive();
  }

  /** Learns from what all have found. Gives the loss of the whole batch. */
  finish(step: number): number {
    const { loss, gradients } = this.exchange.sum(this.round);
    applyGradients(this.learner, gradients, step, this.table.rates[this.round % 2]!);
    this.round++;
    return loss;
  }

  dispose(): void {
    this.exchange.dispose();
  }
}

/** Where a training stands, in memory that all workers see: weights, and the optimiser's moments of them. */
export interface Packed {
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

export function learnerOf(config: Learner['config'], layout: FlatLayout, packed: Packed): Learner {
  const adam = new Adam({});
  Object.assign(adam.first, unpack(layout, packed.first));
  Object.assign(adam.second, unpack(layout, packed.second));
  return { config, weights: unpack(layout, packed.weights), adam };
}
