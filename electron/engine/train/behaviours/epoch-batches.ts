import { Random } from '../../../../shared/domain/random.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { lengthBuckets } from '../../sequence/batches.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { TokenSets } from '../embeddings/token-sets.ts';
import type { Example } from '../objective/example.ts';
import { trainingExample } from '../objective/objective.ts';

/** The data of a training. */
export interface TrainingData {
  readonly config: RunConfig;
  readonly behaviours: Behaviours;
  /** End of each history's training part (exclusive). */
  readonly trainEnd: Int32Array;
  /** Sets of the target's tokens that share an attribute, used besides co-occurrence in histories. */
  readonly itemSets?: TokenSets;
}

/** Number of batches whose examples are sorted by length together. */
const BLOCK = 16;
/** First random streams of the epochs' orders and of the blocks, apart from the streams of examples and steps. */
const ORDER_STREAMS = 1_000_000_000;
const BLOCK_STREAMS = 2_000_000_000;

/**
 * Returns the histories of an epoch. A long history occurs as often as windows of the model's length are needed to
 * cover it, because rare tokens are in the long ones. Histories of a single event are left out: it has no context to be
 * predicted from.
 */
export function epochHistories({ config, behaviours: { offsets }, trainEnd }: TrainingData): Int32Array {
  const all: number[] = [];
  trainEnd.forEach((end, h) => {
    const behaviours = end - offsets[h]!;
    if (behaviours < 2) return;
    for (let covered = 0; covered < behaviours; covered += config.encoder.length) all.push(h);
  });
  return Int32Array.from(all);
}

/**
 * Yields the batches of an epoch after the first `skip`: one newly drawn example of each of the histories
 * (`epochHistories`), grouped by similar length. Examples are drawn a block at a time, so memory does not grow with the
 * number of users; each block is shuffled with its own random stream, so blocks before `skip` need not be drawn.
 */
export function* epochBatches(
  trainingData: TrainingData,
  histories: Int32Array,
  epoch: number,
  skip: number,
): Generator<Example[]> {
  const { batchSize, seed } = trainingData.config.train;
  const order = Int32Array.from(histories.keys());
  new Random(seed, ORDER_STREAMS + epoch).shuffle(order);
  const blocks = Math.ceil(order.length / (batchSize * BLOCK));
  for (let b = Math.floor(skip / BLOCK); b < blocks; b++) {
    const block = order.subarray(b * batchSize * BLOCK, (b + 1) * batchSize * BLOCK);
    const examples = Array.from(block, (i) => exampleIn(trainingData, histories, i, epoch));
    const lengths = Int32Array.from(examples, ({ positions }) => positions.event.length);
    const batches = lengthBuckets(Int32Array.from(examples.keys()), lengths, batchSize, BLOCK);
    new Random(seed, BLOCK_STREAMS + epoch * blocks + b).shuffle(batches);
    for (const batch of batches.slice(Math.max(0, skip - b * BLOCK))) yield Array.from(batch, (i) => examples[i]!);
  }
}

function exampleIn(
  { config, behaviours, trainEnd }: TrainingData,
  histories: Int32Array,
  index: number,
  epoch: number,
): Example {
  const random = new Random(config.train.seed, epoch * histories.length + index);
  const spanOf = (i: number) => ({ from: behaviours.offsets[histories[i]!]!, to: trainEnd[histories[i]!]! });
  return trainingExample(behaviours, spanOf(index), config, random, () => spanOf(random.integer(histories.length)));
}
