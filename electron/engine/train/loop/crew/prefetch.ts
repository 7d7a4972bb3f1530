import type { MessagePort } from 'node:worker_threads';
import { increment, waitFor } from '../../../threads/barrier.ts';
import type { ThreadEntry } from '../../../threads/start-thread.ts';
import { epochBatches, epochHistories, type TrainingData } from '../epoch-batches.ts';
import { shardsOf } from './shards.ts';

/** Number of batches prepared ahead. */
const PREFETCHED_BATCHES = 8;

interface PrefetchInput {
  readonly trainingData: TrainingData;
  /** The first batch: its epoch, and the number of batches of that epoch before it. */
  readonly from: { readonly epoch: number; readonly batch: number };
  /** Port of each worker, through which its shards are sent. */
  readonly ports: readonly MessagePort[];
  /** Numbers of batches sent and taken; one element each. */
  readonly sentCount: Int32Array<SharedArrayBuffer>;
  readonly takenCount: Int32Array<SharedArrayBuffer>;
}

/** Prepares the batches of a training ahead of the workers, until the thread is terminated. */
export const prefetchEntry: ThreadEntry<PrefetchInput> = { name: 'train.prefetch', run: prefetchBatches };

function prefetchBatches({ trainingData, from, ports, sentCount, takenCount }: PrefetchInput): void {
  const histories = epochHistories(trainingData);
  let count = 0;
  for (let { epoch, batch: skip } = from; epoch < trainingData.config.train.epochs; epoch++, skip = 0) {
    for (const batch of epochBatches(trainingData, histories, epoch, skip)) {
      waitFor(takenCount, ++count - PREFETCHED_BATCHES);
      shardsOf(batch, ports.length).forEach((shard, w) => {
        ports[w]!.postMessage(shard, buffersIn(shard));
      });
      increment(sentCount);
    }
  }
  // A port closes with its thread, so the last batches must be taken before it ends.
  waitFor(takenCount, count);
}

/** Returns the array buffers in a value, to be transferred instead of copied. */
function buffersIn(value: object): ArrayBuffer[] {
  return Object.values(value).flatMap((inner: unknown) => {
    if (ArrayBuffer.isView(inner)) return inner.buffer instanceof ArrayBuffer ? [inner.buffer] : [];
    return typeof inner === 'object' && inner !== null ? buffersIn(inner) : [];
  });
}
