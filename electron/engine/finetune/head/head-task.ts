import * as tf from '@tensorflow/tfjs-core';
import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { copyWeights, type SharedWeights, shareWeights } from '../../model/shared-weights.ts';
import type { Weights } from '../../model/weights.ts';
import { startThread, type ThreadEntry } from '../../threads/start-thread.ts';
import { runReplica } from '../../train/trainer/data-parallel/run-replica.ts';
import type { Replication } from '../../train/trainer/data-parallel/thread-work.ts';
import type { LossFunction, TrainTask } from '../../train/trainer/train-task.ts';
import type { Labels, TargetScale } from '../labels/labels.ts';
import { type HeadExample, type HeadInputs, headBatches, headPrefetch } from './head-batches.ts';
import { headLoss } from './head-loss.ts';
import type { Samples } from './samples.ts';

/** What the loss of a head depends on besides its weights. */
export interface HeadObjective {
  readonly encoder: EncoderConfig;
  readonly scale: TargetScale;
  /** On the scale of the head's outputs. */
  readonly labels: Labels;
  readonly classWeights: Float64Array | null;
  readonly config: FinetuneConfig;
}

/** Returns the task of training a head, and the unfrozen parts of its encoder, on some rows. */
export function headTask(
  objective: HeadObjective,
  frozen: Weights,
  samples: Samples,
  rows: Int32Array,
): TrainTask<HeadExample, HeadInputs> {
  const { config } = objective;
  return {
    ...lossOf(objective, () => frozen),
    source: headBatches(samples, rows, config),
    startPrefetching: (work) =>
      startThread(headPrefetch, { samples: samples.source, rows, config, work }, [...work.ports]),
    startReplica: (work) => startThread(headReplica, { objective, frozen: shareWeights(frozen), work }, [work.port]),
  };
}

function lossOf(objective: HeadObjective, frozen: () => Weights): LossFunction<HeadInputs> {
  const { encoder, scale, config } = objective;
  const schedule = { warmup: 0.1, decay: 'linear' } as const;
  return {
    settings: { ...config, ...schedule, minutes: 0, clipNorm: 1, checkpointSteps: 0 },
    loss: (weights, inputs) =>
      headLoss({ encoder, scale, weights: { ...frozen(), ...weights } }, inputs, objective, config.dropout),
  };
}

interface ReplicaInput {
  readonly objective: HeadObjective;
  readonly frozen: SharedWeights;
  readonly work: Replication;
}

/** Thread that runs a replica of a head and its encoder. */
export const headReplica: ThreadEntry<ReplicaInput> = {
  name: 'finetune.replica',
  run({ objective, frozen, work }) {
    let weights: Weights | undefined;
    const frozenWeights = () => {
      // Variables outlive the scope in which the loss is computed.
      weights ??= copyWeights(frozen);
      return weights;
    };
    return runReplica(lossOf(objective, frozenWeights), work);
  },
};

/** Number of data-parallel workers of a head's training; 0 for the calling thread alone. */
export const headWorkers = ({ workers }: FinetuneConfig): number => (tf.getBackend() === 'wasm' ? workers : 0);
