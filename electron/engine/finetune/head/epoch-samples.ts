import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { lengthBuckets } from '../../sequence/batches.ts';
import type { Sample, Samples } from './samples.ts';

/** Maximum number of windows read per sample and step; longer histories are sampled anew each epoch. */
const WINDOWS = 4;
const ORDER_STREAMS = 1_000_000_000;
const WINDOW_STREAMS = 2_000_000_000;

/** Returns the training rows in random batches of similar length. */
export function epochBatches(
  samples: Samples,
  rows: Int32Array,
  { batchSize, seed }: FinetuneConfig,
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

/** Returns the samples of some rows with the windows drawn for an epoch. */
export function epochSamples(samples: Samples, rows: Int32Array, seed: number, epoch: number): Sample[] {
  return Array.from(rows, (row) =>
    drawWindows(samples.get(row), new Random(seed, (WINDOW_STREAMS + epoch * 1_000_003 + row) | 0)),
  );
}

function drawWindows(sample: Sample, random: Random): Sample {
  if (sample.windows.length <= WINDOWS) return sample;
  const windows = [...sample.windows];
  random.shuffle(windows);
  return { ...sample, windows: windows.slice(0, WINDOWS) };
}
