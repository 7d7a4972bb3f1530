import type { MessagePort } from 'node:worker_threads';
import { countUp, waitFor } from '../../../threads/barrier.ts';
import { epochBatches, type Lessons, trainable } from '../epoch-batches.ts';
import { partsOf } from './shards.ts';

/** Batches that lie ready before they are asked for. */
const AHEAD = 8;

export interface FeedInput {
  readonly lessons: Lessons;
  /** The first batch: in which epoch, and how many of that epoch come before it. */
  readonly from: { readonly epoch: number; readonly batch: number };
  /** Where each worker takes its parts. */
  readonly ports: readonly MessagePort[];
  /** How many batches have been sent and taken; one element each. */
  readonly sent: Int32Array<SharedArrayBuffer>;
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** Prepares the batches of a training ahead of those who learn from them, until the thread is ended. */
export function feed({ lessons, from, ports, sent, taken }: FeedInput): void {
  const histories = trainable(lessons);
  let count = 0;
  for (let { epoch, batch: skip } = from; epoch < lessons.config.train.epochs; epoch++, skip = 0) {
    for (const batch of epochBatches(lessons, histories, epoch, skip)) {
      waitFor(taken, ++count - AHEAD);
      partsOf(batch, ports.length).forEach((part, w) => {
        ports[w]!.postMessage(part, buffersIn(part));
      });
      countUp(sent);
    }
  }
  // A port closes with its thread: what was sent last must be taken first.
  waitFor(taken, count);
}

/** The memory of all numbers in it, to be handed over instead of copied. */
function buffersIn(value: object): ArrayBuffer[] {
  return Object.values(value).flatMap((inner: unknown) => {
    if (ArrayBuffer.isView(inner)) return inner.buffer instanceof ArrayBuffer ? [inner.buffer] : [];
    return typeof inner === 'object' && inner !== null ? buffersIn(inner) : [];
  });
}
