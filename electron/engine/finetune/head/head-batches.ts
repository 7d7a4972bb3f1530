import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { Random } from '../../../../shared/domain/random.ts';
import type { ThreadEntry } from '../../threads/start-thread.ts';
import { divide } from '../../train/trainer/data-parallel/divide.ts';
import { prefetchBatches } from '../../train/trainer/data-parallel/prefetch.ts';
import type { Prefetching } from '../../train/trainer/data-parallel/thread-work.ts';
import type { BatchSource } from '../../train/trainer/train-task.ts';
import { epochBatches, epochSamples } from './epoch-samples.ts';
import { type HeadBatch, headBatchOf } from './head-batch.ts';
import { type Sample, type Samples, type SamplesSource, samplesFrom } from './samples.ts';

/** A training row, and its sample with the windows drawn for the epoch. */
export interface HeadExample {
  readonly row: number;
  readonly sample: Sample;
}

/** Inputs of the loss of a shard. */
export interface HeadInputs {
  readonly batch: HeadBatch;
  readonly rows: Int32Array;
  /** Number of examples in the whole batch. */
  readonly batchSize: number;
  readonly dropoutSeed: number;
}

/** Returns the batches of a head's training rows. */
export function headBatches(
  samples: Samples,
  rows: Int32Array,
  config: FinetuneConfig,
): BatchSource<HeadExample, HeadInputs> {
  const { epochs, batchSize, seed } = config;
  return {
    epochs,
    batchesPerEpoch: () => Math.ceil(rows.length / batchSize),
    *batches(epoch, skip) {
      for (const batch of epochBatches(samples, rows, config, epoch).slice(skip)) {
        yield epochSamples(samples, batch, seed, epoch).map((sample, i) => ({ row: batch[i]!, sample }));
      }
    },
    shards(examples, step, workers) {
      const random = new Random(seed, step);
      const tokens = examples.reduce((sum, example) => sum + lengthOf(example), 0);
      const parts = divide(examples, lengthOf, workers).map((part) => ({
        batch: headBatchOf(part.map(({ sample }) => sample)),
        rows: Int32Array.from(part, ({ row }) => row),
        batchSize: examples.length,
        dropoutSeed: random.bits(),
      }));
      const padding = parts.reduce((sum, { batch: { windows } }) => sum + windows.size * windows.length, -tokens);
      const counts = { events: examples.length, tokens, padding };
      return parts.map((inputs) => ({ inputs: inputs.rows.length > 0 ? inputs : null, hasTargets: true, counts }));
    },
  };
}

const lengthOf = ({ sample }: HeadExample) => sample.windows.reduce((sum, { segment }) => sum + segment.length, 0);

interface PrefetchInput {
  readonly samples: SamplesSource;
  readonly rows: Int32Array;
  readonly config: FinetuneConfig;
  readonly work: Prefetching;
}

/** Thread that prefetches batches of a head's training rows. */
export const headPrefetch: ThreadEntry<PrefetchInput> = {
  name: 'finetune.prefetch',
  run: ({ samples, rows, config, work }) => prefetchBatches(headBatches(samplesFrom(samples), rows, config), work),
};
