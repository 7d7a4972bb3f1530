import * as tf from '@tensorflow/tfjs-core';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { startThread, type ThreadEntry } from '../../threads/start-thread.ts';
import { contrastiveLoss } from '../contrast/contrastive-loss.ts';
import type { Example } from '../objective/example.ts';
import { lossOf } from '../objective/forward-pass.ts';
import { runReplica } from '../trainer/data-parallel/run-replica.ts';
import type { Replication } from '../trainer/data-parallel/thread-work.ts';
import type { LossFunction, TrainTask } from '../trainer/train-task.ts';
import { behaviourBatches, behaviourPrefetch } from './behaviour-batches.ts';
import type { TrainingData } from './epoch-batches.ts';
import type { BehaviourInputs } from './shards.ts';

/** Returns the task of masked or causal modelling of behaviours, which threads read in shared memory. */
export function behaviourTask(trainingData: TrainingData): TrainTask<Example, BehaviourInputs> {
  const { behaviours, trainEnd } = trainingData;
  const { train, encoder, target } = trainingData.config;
  const config = { train, encoder, target };
  return {
    ...behaviourLoss(config),
    source: behaviourBatches(trainingData),
    startPrefetching: (work) =>
      startThread(behaviourPrefetch, { trainingData: { config, behaviours, trainEnd }, work }, [...work.ports]),
    startReplica: (work) => startThread(behaviourReplica, { config, work }, [work.port]),
  };
}

function behaviourLoss(config: RunConfig): LossFunction<BehaviourInputs> {
  return {
    settings: config.train,
    loss: (weights, inputs) => behaviourLossOf(config, weights, inputs),
  };
}

/** Returns a shard's share of the loss of the targets and, if the run has it, of the contrastive loss. */
function behaviourLossOf(config: RunConfig, weights: Weights, inputs: BehaviourInputs): tf.Scalar {
  const { batch, slices, seeds, share } = inputs;
  const losses = batch ? [lossOf(config, weights, batch, seeds, share)] : [];
  for (const part of slices) {
    const loss = contrastiveLoss(config.encoder, weights, part, seeds.dropout + 1);
    losses.push(loss.mul(config.train.contrast * part.share));
  }
  return losses.length === 1 ? losses[0]! : tf.addN(losses);
}

interface ReplicaInput {
  readonly config: RunConfig;
  readonly work: Replication;
}

/** Thread that runs a replica of a model of behaviours. */
export const behaviourReplica: ThreadEntry<ReplicaInput> = {
  name: 'train.behaviours.replica',
  run: ({ config, work }) => runReplica(behaviourLoss(config), work),
};
