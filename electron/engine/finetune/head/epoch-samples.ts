import type { HeadConfig } from '../../../../shared/domain/finetune-config.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { lengthBuckets } from '../../sequence/batches.ts';
import type { Sample, Samples } from './samples.ts';

/** Windows of one sample that a step reads: of longer histories others each time. */
const WINDOWS = 4;
const ORDER_STREAMS = 1_000_000_000;
const WINDOW_STREAMS = 2_000_000_000;

/** Training rows in random batches, those with as many windows together. */
export function epochBatches(
  samples: Samples,
  rows: Int32Array,
  { batchSize, seed }: HeadConfig,
  epoch: number,
): Int32Array[] {
  const random = new Random(seed, ORDER_STREAMS + epoch);
  const order = rows.slice();
  random.shuffle(order);
  const lengths = order.map((row) => samples.length(row));
  const batches = lengthBuckets(Int32Array.from(order.keys()), lengths, batchSize);
  random.shuffle(batches);
  return batches.map((batch) => batch.map((i) => order[i]!));
}

/** The samples of some rows as an epoch reads them. */
export function epochSamples(samples: Samples, rows: Int32Array, seed: number, epoch: number): Sample[] {
  return Array.from(rows, (row) =>
    someWindows(samples.of(row), new Random(seed, (WINDOW_STREAMS + epoch * 1_000_003 + row) | 0)),
  );
}

function someWindows(sample: Sample, random: Random): Sample {
  if (sample.windows.length <= WINDOWS) return sample;
  const windows = [...sample.windows];
  random.shuffle(windows);
  return { ...sample, windows: windows.slice(0, WINDOWS) };
}
