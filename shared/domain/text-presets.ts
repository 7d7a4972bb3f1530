import { FinetuneConfig } from './finetune-config.ts';
import { TrainConfig } from './train-config.ts';
import type { TrainPreset } from './train-presets.ts';

/**
 * Settings for a few thousand short texts. The defaults for behaviour do not suit them: there are many texts and their
 * words are rare.
 */
export const TEXT_TRAINING = {
  ...{ width: 32, layers: 1, heads: 2, length: 128, dropout: 0.3, batchSize: 64, epochs: 10, learningRate: 2e-3 },
  ...{ maskShare: 0.15, minCount: 3, clipNorm: 1, warmup: 0.06 },
} satisfies Partial<TrainConfig>;

/**
 * Settings that pre-training on texts reads. `patience` counts epochs without a lower validation loss; `workers` 0 is one
 * thread, which is fastest for few and short texts.
 */
export const TextTrainConfig = TrainConfig.pick({
  ...{ width: true, layers: true, heads: true, length: true, norm: true, dropout: true, minCount: true },
  ...{ maskShare: true, labelSmoothing: true, batchSize: true, epochs: true, minutes: true, patience: true },
  ...{ averaging: true, learningRate: true, warmup: true, decay: true, weightDecay: true, clipNorm: true },
  ...{ checkpointSteps: true, seed: true, workers: true },
});

/** Settings that training on ratings reads. */
export const RatingConfig = FinetuneConfig.pick({
  ...{ folds: true, members: true, epochs: true, batchSize: true, learningRate: true, weightDecay: true },
  ...{ dropout: true, hidden: true, frozen: true, classWeights: true, averaging: true, seed: true, workers: true },
});

const QUICK_EPOCHS = 3;

/** Settings for pre-training on the words of texts. */
export function textPreset(preset: TrainPreset): TrainConfig {
  return TrainConfig.parse({ ...TEXT_TRAINING, ...(preset === 'quick' ? { epochs: QUICK_EPOCHS } : {}) });
}

/**
 * Settings for predicting the ratings of a few thousand short texts, tuned on a part of the Chinese reviews: few epochs
 * avoid overfitting to rare words, and the mean of several models is better than each.
 */
const TEXT_RATING = { epochs: 2, batchSize: 64, learningRate: 2e-3, members: 5, patience: 0, frozen: 0 } as const;

/** Minimum number of training examples over all epochs; fewer texts are trained for more epochs. */
const MIN_EXAMPLES = 19_000;
const MAX_EPOCHS = 30;

/** Ensemble size and number of folds of the quick rating preset. */
export const QUICK_RATING = { members: 1, folds: 3 } satisfies Partial<FinetuneConfig>;

/** Settings for predicting the ratings of a given number of texts. */
export function ratingPreset(preset: TrainPreset, texts: number) {
  const epochs = Math.min(MAX_EPOCHS, Math.max(TEXT_RATING.epochs, Math.ceil(MIN_EXAMPLES / Math.max(1, texts))));
  const thorough = { ...TEXT_RATING, epochs, folds: 5 };
  return (preset === 'quick' ? { ...thorough, ...QUICK_RATING } : thorough) satisfies Partial<FinetuneConfig>;
}

/**
 * Total number of training steps: of the models of all folds, and of the final models, which are trained on all texts.
 */
export function ratingSteps(
  { folds, members, epochs, batchSize }: Pick<FinetuneConfig, 'folds' | 'members' | 'epochs' | 'batchSize'>,
  texts: number,
): number {
  const perFold = Math.ceil((texts * (1 - 1 / folds)) / batchSize);
  return members * epochs * (folds * perFold + Math.ceil(texts / batchSize));
}
