import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { yieldToEventLoop } from '../../threads/yield-to-event-loop.ts';
import { Adam, learningRate } from '../../train/loop/optimiser.ts';
import { balancedWeights, fitTargetScale, type Labels, scaled } from '../labels/labels.ts';
import type { Split } from '../split.ts';
import { epochBatches, epochSamples } from './epoch-samples.ts';
import { type HeadModel, newHead } from './head.ts';
import { headStep, headValidationLoss } from './head-step.ts';
import type { Samples } from './samples.ts';
import { clear, encoderCopy, restore, snapshot, trainableWeights } from './trainable-weights.ts';

export interface HeadHooks {
  checkCancelled(): void;
  /** Called before the linear model on counts is fitted. */
  onLinear?(): void;
  /**
   * Called after each step with the completed share of all epochs and the mean loss of the batch; the loss is NaN for a
   * probe.
   */
  onStep?(share: number, loss: number): void;
}

/** One entry per epoch: mean losses of the training and validation rows, NaN if there are none. */
export interface HeadCurve {
  readonly training: number[];
  readonly validation: number[];
}

export interface HeadTask {
  readonly samples: Samples;
  readonly labels: Labels;
  readonly split: Pick<Split, 'training' | 'validation'>;
  readonly config: FinetuneConfig;
}

const WARMUP = 0.1;

/**
 * Trains a new head on a copy of an encoder, together with the encoder's unfrozen parts. Keeps the weights of the epoch
 * with the lowest validation loss. If samples have offsets, the output weights start at zero, and that state is kept if
 * no epoch improves on it. Independent of the kind of data: it sees only `samples` and `labels`. The caller disposes of
 * the model. Throws TRAINING_DIVERGED and what `checkCancelled` throws.
 */
export async function trainHead(
  { encoder, weights: baseWeights }: { readonly encoder: EncoderConfig; readonly weights: Weights },
  { samples, labels, split, config }: HeadTask,
  { checkCancelled, onStep }: HeadHooks,
): Promise<{ model: HeadModel; curve: HeadCurve }> {
  const scale = fitTargetScale(labels, split.training);
  const scaledLabels = scaled(labels, scale);
  const shape = { hidden: config.hidden, outputs: labels.names.length };
  const weights = {
    ...encoderCopy(baseWeights),
    ...newHead(encoder.width, samples.facts, shape, new Random(config.seed)),
  };
  const model = { encoder, weights, scale };
  const trainable = trainableWeights(weights, config.frozen);
  const adam = new Adam(trainable);
  const classWeights = config.classWeights === 'balanced' ? balancedWeights(labels, split.training) : null;
  const measureValidationLoss = () =>
    headValidationLoss(model, samples, { labels: scaledLabels, rows: split.validation, classWeights }, checkCancelled);
  const curve: HeadCurve = { training: [], validation: [] };
  let best = { loss: Number.POSITIVE_INFINITY, epoch: 0, weights: new Map<string, Float32Array>() };
  try {
    if (samples.get(split.training[0]!).offset) {
      clear(weights['task.output.weight']!);
      best = { loss: measureValidationLoss(), epoch: -1, weights: snapshot(trainable) };
    }
    const steps = Math.ceil(split.training.length / config.batchSize);
    for (let epoch = 0; epoch < config.epochs; epoch++) {
      let loss = 0;
      for (const [b, rows] of epochBatches(samples, split.training, config, epoch).entries()) {
        checkCancelled();
        const share = (epoch + b / steps) / config.epochs;
        const batchSamples = epochSamples(samples, rows, config.seed, epoch);
        const rate = learningRate(share, { learningRate: config.learningRate, warmup: WARMUP, decay: 'linear' });
        const seed = new Random(config.seed, epoch * steps + b).bits();
        const batchLoss = headStep(
          model,
          trainable,
          adam,
          batchSamples,
          { labels: scaledLabels, rows, classWeights },
          { config, rate, seed },
        );
        if (!Number.isFinite(batchLoss)) throw diverged();
        loss += (batchLoss * rows.length) / split.training.length;
        onStep?.(share, batchLoss);
        await yieldToEventLoop();
      }
      curve.training.push(loss);
      curve.validation.push(measureValidationLoss());
      const last = curve.validation.at(-1)!;
      if (!(last >= best.loss)) best = { loss: last, epoch, weights: snapshot(trainable) };
      if (config.patience > 0 && epoch - best.epoch >= config.patience) break;
    }
    restore(trainable, best.weights);
    return { model, curve };
  } catch (error) {
    disposeWeights(weights);
    throw error;
  } finally {
    adam.dispose();
  }
}

function diverged(): PortraitError {
  return new PortraitError({
    code: 'TRAINING_DIVERGED',
    message: 'The training of the head came apart: its loss is no longer a number.',
    hint: 'Train again with a lower learning rate.',
  });
}
