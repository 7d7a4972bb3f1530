import type { MessagePort } from 'node:worker_threads';
import { startWasm } from '../../../model/kernels/register.ts';
import type { RunConfig } from '../../../runs/run-files.ts';
import type { ThreadEntry } from '../../../threads/start-thread.ts';
import { learnerOf, Replica, type SharedModel, type SharedState } from './replica.ts';
import { ShardQueue } from './shard-queue.ts';

interface ReplicaInput {
  readonly config: RunConfig;
  readonly sharedState: SharedState;
  readonly sharedModel: SharedModel;
  /** Index of the worker, from 1; worker 0 is the calling thread of the training. */
  readonly worker: number;
  /** Index of the first step. */
  readonly step: number;
  readonly port: MessagePort;
  readonly sentCount: Int32Array<SharedArrayBuffer>;
}

/** Runs a replica step by step, until the thread is terminated. */
export const replicaEntry: ThreadEntry<ReplicaInput> = { name: 'train.replica', run: runReplica };

async function runReplica({
  config,
  sharedState,
  sharedModel,
  worker,
  step,
  port,
  sentCount,
}: ReplicaInput): Promise<never> {
  await startWasm();
  const replica = new Replica(sharedState, worker, learnerOf(config, sharedState.layout, sharedModel));
  const shardQueue = new ShardQueue(port, sentCount);
  for (let currentStep = step; ; currentStep++) {
    const shard = shardQueue.dequeue();
    if (!shard.hasTargets) continue;
    replica.contribute(shard, currentStep);
    replica.barrier.wait();
    replica.finish(currentStep);
  }
}
