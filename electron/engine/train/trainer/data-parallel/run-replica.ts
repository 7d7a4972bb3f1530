import { startWasm } from '../../../model/kernels/register.ts';
import type { LossFunction } from '../train-task.ts';
import { copyOf, Replica } from './replica.ts';
import { ShardQueue } from './shard-queue.ts';
import type { Replication } from './thread-work.ts';

/** Runs a replica step by step, until the thread is terminated. */
export async function runReplica<Inputs>(
  task: LossFunction<Inputs>,
  { sharedState, sharedModel, worker, step, port, sentCount }: Replication,
): Promise<never> {
  await startWasm();
  const replica = new Replica(sharedState, worker, task, copyOf(sharedModel, sharedState.layout));
  const shardQueue = new ShardQueue<Inputs>(port, sentCount);
  for (let currentStep = step; ; currentStep++) {
    const shard = shardQueue.dequeue();
    if (!shard.hasTargets) continue;
    replica.contribute(shard);
    replica.barrier.wait();
    replica.finish(currentStep);
  }
}
