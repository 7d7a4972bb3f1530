import { z } from 'zod';
import { TrainConfig } from './train-config.ts';

/** Settings for who does not want to choose: a model to look at in minutes, or the best one that an hour or two give. */
export const TrainPreset = z.enum(['quick', 'thorough']);
export type TrainPreset = z.infer<typeof TrainPreset>;

/** What a workspace holds. */
export interface DataSize {
  readonly users: number;
  readonly events: number;
  readonly items: number;
}

/** Behaviours to be learnt from in all, repeats counted, the minutes that are never exceeded, and bounds of the epochs. */
const BUDGETS = {
  quick: { behaviours: 3e6, minutes: 5, fewest: 5, most: 40, longest: 64 },
  thorough: { behaviours: 60e6, minutes: 120, fewest: 20, most: 400, longest: 200 },
} as const;

/** Users below which the data is soon known by heart, so that more must be dropped. */
const FEW_USERS = 5_000;

/**
 * A preset's settings for data of a size. The causal objective with cross-entropy over all items is the strongest in the
 * reproduction of Klenitskiy and Vasilev (2023); small data wants much dropout, and embeddings that begin alike for items of the
 * same histories (bench/RESULTS.md).
 */
export function trainPreset(preset: TrainPreset, { users, events, items }: DataSize): TrainConfig {
  const { behaviours, minutes, fewest, most, longest } = BUDGETS[preset];
  const mean = events / Math.max(1, users);
  const length = powerOfTwo(2 * mean, 16, longest);
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

/** The next power of two, within bounds. */
function powerOfTwo(value: number, low: number, high: number): number {
  return clamp(2 ** Math.ceil(Math.log2(Math.max(1, value))), low, high);
}
