import { increment, waitFor } from '../../../threads/barrier.ts';
import { batchesFrom } from '../batches-from.ts';
import type { BatchSource } from '../train-task.ts';
import type { Prefetching } from './thread-work.ts';

/** Number of batches prepared ahead. */
const PREFETCHED_BATCHES = 8;

/** Prepares the batches of a training ahead of the workers, until the thread is terminated. */
export function prefetchBatches<Example, Inputs>(
  source: BatchSource<Example, Inputs>,
  { from, ports, sentCount, takenCount }: Prefetching,
): void {
  let count = 0;
  for (const batch of batchesFrom(source, from)) {
    const shards = source.shards(batch, from.step + count, ports.length);
    waitFor(takenCount, ++count - PREFETCHED_BATCHES);
    shards.forEach((shard, w) => {
      ports[w]!.postMessage(shard, buffersIn(shard));
    });
    increment(sentCount);
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
