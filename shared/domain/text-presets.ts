import type { HeadConfig } from './finetune-config.ts';
import { TrainConfig } from './train-config.ts';
import type { TrainPreset } from './train-presets.ts';

/** What suits some thousand short texts, where a behaviour's settings do not: texts are many and their words are rare. */
export const TEXT_TRAINING = {
  ...{ width: 32, layers: 1, heads: 2, length: 128, dropout: 0.3, batchSize: 64, epochs: 10, learningRate: 2e-3 },
  ...{ maskShare: 0.15, minCount: 3, clipNorm: 1, warmup: 0.06 },
} satisfies Partial<TrainConfig>;

const QUICK_EPOCHS = 3;

/** Settings for learning the words of texts. */
export function textPreset(preset: TrainPreset): TrainConfig {
  return TrainConfig.parse({ ...TEXT_TRAINING, ...(preset === 'quick' ? { epochs: QUICK_EPOCHS } : {}) });
}

/**
 * What suits ratings of some thousand short texts, found on a part of the Chinese reviews: with few passes the rare words are not
 * learnt by heart, and the mean of several heads is better than each.
 */
const TEXT_HEAD = { epochs: 2, batchSize: 64, learningRate: 2e-3, members: 5, patience: 0, frozen: 0 } as const;

/** Texts that a head learns from at least, repeats counted: of fewer texts it takes more passes. */
const PASSES = 19_000;
const MOST_EPOCHS = 30;

/** What a quick training of ratings leaves of its heads and folds. */
export const QUICK_RATING = { members: 1, folds: 3 } satisfies Partial<HeadConfig>;

/** Settings for heads that learn the ratings of so many texts. */
export function ratingPreset(preset: TrainPreset, texts: number) {
  const epochs = Math.min(MOST_EPOCHS, Math.max(TEXT_HEAD.epochs, Math.ceil(PASSES / Math.max(1, texts))));
  const thorough = { ...TEXT_HEAD, epochs, folds: 5 };
  return (preset === 'quick' ? { ...thorough, ...QUICK_RATING } : thorough) satisfies Partial<HeadConfig>;
}

/** Training steps of all heads: those of the folds that judge, and those that are kept, which learn from all texts. */
export function ratingSteps(
  { folds, members, epochs, batchSize }: Pick<HeadConfig, 'folds' | 'members' | 'epochs' | 'batchSize'>,
  texts: number,
): number {
  const perFold = Math.ceil((texts * (1 - 1 / folds)) / batchSize);
  return members * epochs * (folds * perFold + Math.ceil(texts / batchSize));
}
