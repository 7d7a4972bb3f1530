import { z } from 'zod';
import { TrainConfig } from './train-config.ts';

/**
 * Presets for users who do not want to choose settings: a first model within minutes, or the best model within an hour
 * or two.
 */
export const TrainPreset = z.enum(['quick', 'thorough']);
export type TrainPreset = z.infer<typeof TrainPreset>;

/** Size of a workspace's data. */
export interface DataSize {
  readonly users: number;
  readonly events: number;
  readonly items: number;
}

/**
 * Training budget: total number of training events over all epochs, time limit in minutes, bounds of the number of
 * epochs, and maximum sequence length.
 */
const BUDGETS = {
  quick: { behaviours: 3e6, minutes: 5, minEpochs: 5, maxEpochs: 40, maxLength: 64 },
  thorough: { behaviours: 60e6, minutes: 120, minEpochs: 20, maxEpochs: 400, maxLength: 200 },
} as const;

/** Below this number of users the model overfits soon and needs more dropout. */
const FEW_USERS = 5_000;

/**
 * Returns a preset's settings for data of a given size. The causal objective with cross-entropy over all items is the
 * strongest in the reproduction of Klenitskiy and Vasilev (2023); small data needs high dropout and embeddings
 * initialised from co-occurrence (bench/RESULTS.md).
 */
export function trainPreset(preset: TrainPreset, { users, events, items }: DataSize): TrainConfig {
  const { behaviours, minutes, minEpochs: fewest, maxEpochs: most, maxLength: longest } = BUDGETS[preset];
  const meanEvents = events / Math.max(1, users);
  const length = powerOfTwo(2 * meanEvents, 16, longest);
  const epochs = clamp(Math.round(behaviours / Math.max(1, events)), fewest, most);
  const small = users < FEW_USERS;
  return TrainConfig.parse({
    objective: 'causal',
    width: preset === 'quick' || small || items < 2_000 ? 64 : 128,
    layers: 2,
    heads: 2,
    length,
    norm: 'pre',
    embeddings: small ? 'cooccurrence' : 'random',
    dropout: small ? 0.4 : 0.2,
    batchSize: powerOfTwo(users / 64, 16, 128),
    learningRate: 1e-3,
    epochs,
    minutes,
    patience: Math.max(10, Math.round(epochs / 8)),
  });
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Returns the next power of two, clamped to the bounds. */
function powerOfTwo(value: number, low: number, high: number): number {
  return clamp(2 ** Math.ceil(Math.log2(Math.max(1, value))), low, high);
}
