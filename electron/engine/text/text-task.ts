import type { Sequence } from '../sequence/batches.ts';
import { startThread, type ThreadEntry } from '../threads/start-thread.ts';
import { runReplica } from '../train/trainer/data-parallel/run-replica.ts';
import type { Replication } from '../train/trainer/data-parallel/thread-work.ts';
import type { LossFunction, TrainTask } from '../train/trainer/train-task.ts';
import { maskedLoss, type TextModel } from './masked-loss.ts';
import { type TextInputs, textBatches, textPrefetch } from './text-batches.ts';

/** Returns the task of masked language modelling of texts. */
export function textTask(
  { encoder, train, target }: TextModel,
  texts: readonly Sequence[],
): TrainTask<Sequence, TextInputs> {
  const model = { encoder, train, target };
  return {
    ...textLoss(model),
    source: textBatches(model, texts),
    startPrefetching: (work) => startThread(textPrefetch, { model, texts, work }, [...work.ports]),
    startReplica: (work) => startThread(textReplica, { model, work }, [work.port]),
  };
}

function textLoss(model: TextModel): LossFunction<TextInputs> {
  const { train } = model;
  return {
    settings: train,
    loss(weights, { batch, share, dropoutSeed }) {
      const loss = maskedLoss(model, weights, batch, { smoothing: train.labelSmoothing, dropoutSeed });
      return share === 1 ? loss : loss.mul(share);
    },
  };
}

interface ReplicaInput {
  readonly model: TextModel;
  readonly work: Replication;
}

/** Thread that runs a replica of a text model. */
export const textReplica: ThreadEntry<ReplicaInput> = {
  name: 'train.texts.replica',
  run: ({ model, work }) => runReplica(textLoss(model), work),
};
