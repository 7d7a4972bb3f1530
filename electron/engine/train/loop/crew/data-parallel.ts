import { MessageChannel } from 'node:worker_threads';
import { flatLayout, pack } from '../../../model/flat-weights.ts';
import { increment } from '../../../threads/barrier.ts';
import { sharedDoubles, sharedFloats, sharedInts } from '../../../threads/shared-memory.ts';
import { startThread } from '../../../threads/start-thread.ts';
import type { TrainingData } from '../epoch-batches.ts';
import { learningRate } from '../optimiser.ts';
import { type Learner, refuseDiverged } from '../step.ts';
import type { Stepper } from '../stepper.ts';
import type { TrainState } from '../train-state.ts';
import { createGradientBuffers } from './all-reduce.ts';
import { prefetchEntry } from './prefetch.ts';
import { Replica, type SharedModel, type SharedState } from './replica.ts';
import { replicaEntry } from './replica-thread.ts';
import { ShardQueue } from './shard-queue.ts';

/**
 * Starts data-parallel training: each worker computes a shard of every batch on its own replica of the model, and
 * another thread prefetches the batches. The calling thread is the first worker. The same number of workers from the
 * same state produces the same weights, bit for bit; other numbers produce the same weights except for rounding and
 * dropout.
 */
export function startDataParallel(training: TrainingData & Learner, from: TrainState, workers: number): Stepper {
  const { behaviours, trainEnd, weights } = training;
  const { train, encoder, target } = training.config;
  const config = { train, encoder, target };
  const layout = flatLayout(weights);
  const sharedState: SharedState = {
    layout,
    workers,
    gradientBuffers: createGradientBuffers(layout, workers),
    arrived: sharedInts(1),
    rates: sharedDoubles(2),
  };
  const channels = Array.from({ length: workers }, () => new MessageChannel());
  const [sentCount, takenCount] = [sharedInts(1), sharedInts(1)];
  const ports = channels.map(({ port1 }) => port1);
  const prefetchThread = startThread(
    prefetchEntry,
    { trainingData: { config, behaviours, trainEnd }, from, ports, sentCount, takenCount },
    ports,
  );
  const sharedModel = sharedModelOf(training, layout);
  const replicaThreads = channels
    .slice(1)
    .map(({ port2: port }, i) =>
      startThread(replicaEntry, { config, sharedState, sharedModel, worker: i + 1, step: from.step, port, sentCount }, [
        port,
      ]),
    );
  const threads = [prefetchThread, ...replicaThreads];
  const check = () => {
    for (const thread of threads) thread.check();
  };
  const { port2: port } = channels[0]!;
  const shardQueue = new ShardQueue(port, sentCount);
  const replica = new Replica(sharedState, 0, training);

  return {
    async step(step, progress) {
      const shard = await shardQueue.dequeuePolling(check);
      increment(takenCount);
      const rate = learningRate(progress, train);
      if (!shard.hasTargets) return { loss: 0, rate, ...shard.counts };
      replica.contribute(shard, step, rate);
      await replica.barrier.waitPolling(check);
      const loss = replica.finish(step);
      refuseDiverged(loss, step);
      return { loss, rate, ...shard.counts };
    },
    async end() {
      port.close();
      replica.dispose();
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

function sharedModelOf({ weights, adam }: Learner, layout: ReturnType<typeof flatLayout>): SharedModel {
  const toSharedMemory = (of: Learner['weights']) => {
    const flat = sharedFloats(layout.size);
    pack(layout, of, flat);
    return flat;
  };
  return { weights: toSharedMemory(weights), first: toSharedMemory(adam.first), second: toSharedMemory(adam.second) };
}
