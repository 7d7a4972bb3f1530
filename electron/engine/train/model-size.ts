import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { maxScoresInMemory } from '../model/ops/tied-cross-entropy.ts';
import { weightShapes } from '../model/weights.ts';
import type { RunConfig } from '../runs/run-files.ts';
import { learnsContrast } from './contrast/slices.ts';
import type { Dataset } from './dataset.ts';
import { isSampled } from './objective/sampled.ts';

/** Bytes of a 32-bit float. */
const FLOAT = 4;
/** The address space of WebAssembly: 32 bits. */
const MAX_BYTES = 4 * 2 ** 30;
const GB = 1e9;
/** Copies of the target field's table at peak memory. */
const TABLE_COPIES = 6;

/**
 * Throws MODEL_TOO_LARGE if a training would need more memory than WebAssembly can address, before any is allocated.
 */
export function refuseTooLarge(config: RunConfig, dataset: Dataset): void {
  const bytes = memoryNeeded(config, meanLength(dataset));
  if (bytes <= MAX_BYTES) return;
  const { target, encoder, train } = config;
  const values = encoder.sizes[target]!;
  throw new PortraitError({
    code: 'MODEL_TOO_LARGE',
    message:
      `Training this model would take about ${(bytes / GB).toFixed(1)} GB of memory, but the limit is 4.3 GB: ` +
      `the field ${target} has ${values} values with ${encoder.width} weights each.`,
    hint: `Raise the minimum count (minCount, now ${train.minCount}) to ignore rare values, or lower the width or the batch size.`,
    details: { bytes, limit: MAX_BYTES, field: target, values, width: encoder.width, minCount: train.minCount },
  });
}

/**
 * Estimates the bytes that a training step needs: weights with Adam's two moments and their gradients; further copies
 * of the target's table, which is shared by the embedding and the output head, each with a gradient (their number was
 * measured at 15,000 to 1,000,000 items); the scores of a block of targets; and the activations of each layer.
 * `length`: positions of a typical sequence.
 */
export function memoryNeeded(config: RunConfig, length: number): number {
  const { encoder, train, target } = config;
  const sizes = Object.values(weightShapes(encoder)).map((shape) => shape.reduce((product, n) => product * n, 1));
  const parameters = sizes.reduce((sum, size) => sum + size, 0);
  const values = encoder.sizes[target]!;
  const slicePositions = learnsContrast(train) ? train.slices * Math.min(train.sliceLength, encoder.length) : 0;
  const targetPositions = train.batchSize * Math.min(length, encoder.length);
  const targets = targetPositions * targetShare(train);
  const positions = targetPositions + train.batchSize * slicePositions;
  const scores = maxScoresInMemory(Math.ceil(targets), isSampled(config) ? train.negatives : values);
  const layer =
    positions * (4 * encoder.width + 3 * encoder.heads * Math.min(length, encoder.length) + 2 * encoder.inner);
  return FLOAT * (4 * parameters + TABLE_COPIES * values * encoder.width + scores + encoder.layers * layer);
}

/** Share of the positions that are targets. */
function targetShare({ objective, maskShare }: TrainConfig): number {
  return objective === 'causal' ? 1 : maskShare;
}

/** Mean number of training events per user. */
function meanLength({ histories: { offsets, users }, split: { trainEnd } }: Dataset): number {
  const eventCount = trainEnd.reduce((sum, end, h) => sum + end - offsets[h]!, 0);
  return eventCount / Math.max(1, users.length);
}
