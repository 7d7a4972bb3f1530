import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { scoresHeld } from '../model/ops/tied-cross-entropy.ts';
import { weightShapes } from '../model/weights.ts';
import type { RunConfig } from '../runs/run-files.ts';
import type { Dataset } from './dataset.ts';
import { isSampled } from './objective/sampled.ts';

/** A 32-bit float. */
const FLOAT = 4;
/** WebAssembly's addresses have 32 bits. */
const MOST = 4 * 2 ** 30;
const GB = 1e9;
/** How often the target's table is there at the peak. */
const TABLES = 6;

/**
 * Throws MODEL_TOO_LARGE where a training would need more memory than there can be, before any of it is taken.
 */
export function refuseTooLarge(config: RunConfig, dataset: Dataset): void {
  const bytes = memoryNeeded(config, meanLength(dataset));
  if (bytes <= MOST) return;
  const { target, encoder, train } = config;
  throw new PortraitError({
    code: 'MODEL_TOO_LARGE',
    message:
      `Training this model would take about ${(bytes / GB).toFixed(1)} GB of memory, and 4.3 GB is the most there can be: ` +
      `the field ${target} has ${encoder.sizes[target]!} values, and each takes ${encoder.width} numbers.`,
    hint: `Raise minCount (now ${train.minCount}), which leaves out rare values, or lower width or batchSize.`,
    details: { bytes, most: MOST, values: encoder.sizes[target]! },
  });
}

/**
 * About how many bytes a training step needs: weights with Adam's two moments and their gradients, the target's table some
 * times more since its embedding and its head share it and each brings a gradient (as often as was measured at 15,000 to
 * 1,000,000 items), the scores of a block of questions, and what each layer keeps for its own.
 * `length`: positions of a typical sequence.
 */
export function memoryNeeded(config: RunConfig, length: number): number {
  const { encoder, train, target } = config;
  const sizes = Object.values(weightShapes(encoder)).map((shape) => shape.reduce((product, n) => product * n, 1));
  const parameters = sizes.reduce((sum, size) => sum + size, 0);
  const values = encoder.sizes[target]!;
  const positions = train.batchSize * Math.min(length, encoder.length);
  const questions = positions * askedShare(train);
  const scores = scoresHeld(Math.ceil(questions), isSampled(config) ? train.negatives : values);
  const layer =
    positions * (4 * encoder.width + 3 * encoder.heads * Math.min(length, encoder.length) + 2 * encoder.inner);
  return FLOAT * (4 * parameters + TABLES * values * encoder.width + scores + encoder.layers * layer);
}

/** Share of the positions that are asked for. */
function askedShare({ objective, maskShare }: TrainConfig): number {
  return objective === 'causal' ? 1 : maskShare;
}

/** Behaviours that training sees of a user on average. */
function meanLength({ histories: { offsets, users }, split: { trainEnd } }: Dataset): number {
  const seen = trainEnd.reduce((sum, end, h) => sum + end - offsets[h]!, 0);
  return seen / Math.max(1, users.length);
}
