import { Random } from '../../../shared/domain/random.ts';
import { lengthBuckets, type Sequence } from '../sequence/batches.ts';
import type { ThreadEntry } from '../threads/start-thread.ts';
import { divide } from '../train/trainer/data-parallel/divide.ts';
import { prefetchBatches } from '../train/trainer/data-parallel/prefetch.ts';
import type { Prefetching } from '../train/trainer/data-parallel/thread-work.ts';
import type { BatchSource, Shard } from '../train/trainer/train-task.ts';
import { type MaskedBatch, maskedBatchOf } from './masked-batch.ts';
import type { TextModel } from './masked-loss.ts';
import { type MaskedText, maskWords } from './masked-words.ts';

/** Inputs of the loss of a shard. */
export interface TextInputs {
  readonly batch: MaskedBatch;
  /** Share of the batch's masked positions that the shard holds. */
  readonly share: number;
  readonly dropoutSeed: number;
}

const ORDER_STREAMS = 1_000_000_000;

/** Returns the batches of masked language modelling of texts. */
export function textBatches(
  { train, target }: Pick<TextModel, 'train' | 'target'>,
  texts: readonly Sequence[],
): BatchSource<Sequence, TextInputs> {
  const { epochs, batchSize, seed, maskShare } = train;
  return {
    epochs,
    batchesPerEpoch: () => Math.ceil(texts.length / batchSize),
    batches: (epoch, skip) =>
      epochBatches(texts, batchSize, new Random(seed, ORDER_STREAMS + epoch))
        .slice(skip)
        .map((batch) => Array.from(batch, (i) => texts[i]!)),
    shards(batch, step, workers) {
      const random = new Random(seed, step);
      const masked = batch.map((text) => maskWords(text, target, maskShare, random));
      return shardsOf(masked, workers, random);
    },
  };
}

/** Returns an epoch's batches of text indices, of similar length, in random order. */
function epochBatches(texts: readonly Sequence[], batchSize: number, random: Random): Int32Array[] {
  const order = Int32Array.from(texts.keys());
  random.shuffle(order);
  const lengths = Int32Array.from(texts, ({ segment }) => segment.length);
  const batches = lengthBuckets(order, lengths, batchSize);
  random.shuffle(batches);
  return batches;
}

/** Splits masked texts into `count` shards with about the same number of positions each. */
function shardsOf(masked: readonly MaskedText[], count: number, random: Random): Shard<TextInputs>[] {
  const lengthOf = ({ sequence }: MaskedText) => sequence.segment.length;
  const batches = divide(masked, lengthOf, count).map(maskedBatchOf);
  const sum = (of: (batch: MaskedBatch) => number) => batches.reduce((total, batch) => total + of(batch), 0);
  const targetCount = sum(({ targets }) => targets.length);
  const tokens = masked.reduce((total, text) => total + lengthOf(text), 0);
  const padding = sum(({ inputs }) => inputs.size * inputs.length) - tokens;
  return batches.map((batch) => {
    const dropoutSeed = random.bits();
    return {
      inputs: batch.targets.length > 0 ? { batch, share: batch.targets.length / targetCount, dropoutSeed } : null,
      hasTargets: targetCount > 0,
      counts: { events: masked.length, tokens, padding },
    };
  });
}

interface PrefetchInput {
  readonly model: Pick<TextModel, 'train' | 'target'>;
  readonly texts: readonly Sequence[];
  readonly work: Prefetching;
}

/** Thread that prefetches batches of texts. */
export const textPrefetch: ThreadEntry<PrefetchInput> = {
  name: 'train.texts.prefetch',
  run: ({ model, texts, work }) => prefetchBatches(textBatches(model, texts), work),
};
