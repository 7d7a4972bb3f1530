import { Random } from '../../../../shared/domain/random.ts';
import { lengthBuckets } from '../../sequence/batches.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Example } from '../objective/example.ts';
import { exampleOf } from '../objective/objective.ts';
import type { RunConfig } from '../run-files.ts';

/** What a training learns from. */
export interface Lessons {
  readonly config: RunConfig;
  readonly behaviours: Behaviours;
  /** Where each history's training part ends. */
  readonly trainEnd: Int32Array;
}

/** Batches whose examples are sorted by length together. */
const BLOCK = 16;
/** Random streams of epochs' orders and of blocks begin here, away from those of examples and steps. */
const ORDER_STREAMS = 1_000_000_000;
const BLOCK_STREAMS = 2_000_000_000;

/** Histories with at least two behaviours: one alone has nothing to be told from. */
export function trainable({ behaviours: { offsets }, trainEnd }: Lessons): Int32Array {
  return Int32Array.from(trainEnd.keys()).filter((h) => trainEnd[h]! - offsets[h]! >= 2);
}

/**
 * An epoch's batches but the first `skip`: one example of each history, drawn anew, those of like length together. Examples
 * are drawn a block at a time, so that memory does not grow with the number of users; each block's order is random by
 * itself, so that those before `skip` need not be drawn.
 */
export function* epochBatches(
  lessons: Lessons,
  histories: Int32Array,
  epoch: number,
  skip: number,
): Generator<Example[]> {
  const { batchSize, seed } = lessons.config.train;
  const order = histories.slice();
  new Random(seed, ORDER_STREAMS + epoch).shuffle(order);
  const blocks = Math.ceil(order.length / (batchSize * BLOCK));
  for (let b = Math.floor(skip / BLOCK); b < blocks; b++) {
    const block = order.subarray(b * batchSize * BLOCK, (b + 1) * batchSize * BLOCK);
    const examples = Array.from(block, (h) => exampleIn(lessons, histories, h, epoch));
    const lengths = Int32Array.from(examples, ({ positions }) => positions.event.length);
    const batches = lengthBuckets(Int32Array.from(examples.keys()), lengths, batchSize, BLOCK);
    new Random(seed, BLOCK_STREAMS + epoch * blocks + b).shuffle(batches);
    for (const batch of batches.slice(Math.max(0, skip - b * BLOCK))) yield Array.from(batch, (i) => examples[i]!);
  }
}

function exampleIn(
  { config, behaviours, trainEnd }: Lessons,
  histories: Int32Array,
  h: number,
  epoch: number,
): Example {
  const random = new Random(config.train.seed, epoch * trainEnd.length + h);
  const spanOf = (one: number) => ({ from: behaviours.offsets[one]!, to: trainEnd[one]! });
  return exampleOf(behaviours, spanOf(h), config, random, () => spanOf(histories[random.integer(histories.length)]!));
}
