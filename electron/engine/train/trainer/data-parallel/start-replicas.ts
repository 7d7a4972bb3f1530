import { MessageChannel } from 'node:worker_threads';
import { flatLayout } from '../../../model/flat-weights.ts';
import { increment } from '../../../threads/barrier.ts';
import { sharedDoubles, sharedInts } from '../../../threads/shared-memory.ts';
import { learningRate } from '../optimiser.ts';
import { refuseDiverged } from '../step.ts';
import type { Stepper } from '../stepper.ts';
import type { TrainTask } from '../train-task.ts';
import type { Training } from '../training.ts';
import { createGradientBuffers } from './gradient-buffers.ts';
import { Replica, shareModel } from './replica.ts';
import { ShardQueue } from './shard-queue.ts';
import type { SharedState } from './thread-work.ts';

/**
 * Starts data-parallel training: each worker computes a shard of every batch on its own replica of the model, and
 * another thread prefetches the batches. The calling thread is the first worker. The same number of workers from the
 * same state produces the same weights, bit for bit; other numbers produce the same weights except for rounding and
 * dropout.
 */
export function startReplicas<Example, Inputs>(
  task: TrainTask<Example, Inputs>,
  training: Training,
  workers: number,
): Stepper {
  const { state: from, weights } = training;
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
  const prefetchThread = task.startPrefetching({ from, ports, sentCount, takenCount });
  const sharedModel = shareModel(training, layout);
  const replicaThreads = channels
    .slice(1)
    .map(({ port2: port }, i) =>
      task.startReplica({ sharedState, sharedModel, worker: i + 1, step: from.step, port, sentCount }),
    );
  const threads = [prefetchThread, ...replicaThreads];
  const check = () => {
    for (const thread of threads) thread.check();
  };
  const { port2: port } = channels[0]!;
  const shardQueue = new ShardQueue<Inputs>(port, sentCount);
  const replica = new Replica(sharedState, 0, task, training);

  return {
    async step(step, progress) {
      const shard = await shardQueue.dequeuePolling(check);
      increment(takenCount);
      const rate = learningRate(progress, task.settings);
      if (!shard.hasTargets) return { loss: 0, rate, ...shard.counts };
      replica.contribute(shard, rate);
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
