import { Random } from '../../../../shared/domain/random.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { lengthBuckets } from '../../sequence/batches.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { TokenSets } from '../embeddings/token-sets.ts';
import type { Example } from '../objective/example.ts';
import { exampleOf } from '../objective/objective.ts';

/** What a training learns from. */
export interface Lessons {
  readonly config: RunConfig;
  readonly behaviours: Behaviours;
  /** Where each history's training part ends. */
  readonly trainEnd: Int32Array;
  /** Sets of the target's tokens that have something in common, besides being in the same histories. */
  readonly kindred?: TokenSets;
}

/** Batches whose examples are sorted by length together. */
const BLOCK = 16;
/** Random streams of epochs' orders and of blocks begin here, away from those of examples and steps. */
const ORDER_STREAMS = 1_000_000_000;
const BLOCK_STREAMS = 2_000_000_000;

/**
 * The histories that an epoch goes through, one with many behaviours as often as windows of the model's length would cover
 * it: what is rare is in the long ones. Those of one behaviour are left out, which has nothing to be told from.
 */
export function trainable({ config, behaviours: { offsets }, trainEnd }: Lessons): Int32Array {
  const all: number[] = [];
  trainEnd.forEach((end, h) => {
    const behaviours = end - offsets[h]!;
    if (behaviours < 2) return;
    for (let covered = 0; covered < behaviours; covered += config.encoder.length) all.push(h);
  });
  return Int32Array.from(all);
}

/**
 * An epoch's batches but the first `skip`: an example of each of the histories (`trainable`), drawn anew, those of like
 * length together. Examples are drawn a block at a time, so that memory does not grow with the number of users; each block's
 * order is random by itself, so that those before `skip` need not be drawn.
 */
export function* epochBatches(
  lessons: Lessons,
  histories: Int32Array,
  epoch: number,
  skip: number,
): Generator<Example[]> {
  const { batchSize, seed } = lessons.config.train;
  const order = Int32Array.from(histories.keys());
  new Random(seed, ORDER_STREAMS + epoch).shuffle(order);
  const blocks = Math.ceil(order.length / (batchSize * BLOCK));
  for (let b = Math.floor(skip / BLOCK); b < blocks; b++) {
    const block = order.subarray(b * batchSize * BLOCK, (b + 1) * batchSize * BLOCK);
    const examples = Array.from(block, (i) => exampleIn(lessons, histories, i, epoch));
    const lengths = Int32Array.from(examples, ({ positions }) => positions.event.length);
    const batches = lengthBuckets(Int32Array.from(examples.keys()), lengths, batchSize, BLOCK);
    new Random(seed, BLOCK_STREAMS + epoch * blocks + b).shuffle(batches);
    for (const batch of batches.slice(Math.max(0, skip - b * BLOCK))) yield Array.from(batch, (i) => examples[i]!);
  }
}

function exampleIn(
  { config, behaviours, trainEnd }: Lessons,
  histories: Int32Array,
  index: number,
  epoch: number,
): Example {
  const random = new Random(config.train.seed, epoch * histories.length + index);
  const spanOf = (i: number) => ({ from: behaviours.offsets[histories[i]!]!, to: trainEnd[histories[i]!]! });
  return exampleOf(behaviours, spanOf(index), config, random, () => spanOf(random.integer(histories.length)));
}
