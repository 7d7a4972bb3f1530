import type { HeadConfig } from '../../../../shared/domain/finetune-config.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { turn } from '../../model/backends/yield-to-event-loop.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { Adam, learningRate } from '../../train/loop/optimiser.ts';
import { balancedWeights, type Labels, scaled, scaleOf } from '../labels/labels.ts';
import type { Split } from '../split.ts';
import { epochBatches, epochSamples } from './epoch-samples.ts';
import { type HeadModel, newHead } from './head.ts';
import { headStep, heldLoss } from './head-step.ts';
import type { Samples } from './samples.ts';
import { clear, encoderCopy, learntWeights, restore, snapshot } from './trainable-weights.ts';

export interface HeadHooks {
  checkCancelled(): void;
  /** Before the linear model on counts is learnt. */
  onLinear?(): void;
  /** After each step: the share of all epochs that lies behind, and the mean loss of the batch, NaN where it is solved. */
  onStep?(share: number, loss: number): void;
}

/** One entry an epoch: mean losses of the training and of the validation rows (NaN where there are none). */
export interface HeadCurve {
  readonly training: number[];
  readonly validation: number[];
}

export interface Lesson {
  readonly samples: Samples;
  readonly labels: Labels;
  readonly split: Pick<Split, 'training' | 'validation'>;
  readonly config: HeadConfig;
}

const WARMUP = 0.1;

/**
 * Trains a new head on a copy of an encoder, and the encoder with it but for its frozen parts. Keeps the weights of the epoch
 * with the least validation loss; where samples have offsets it begins with saying nothing beside them, and stays there if no
 * epoch does better. The same for behaviours and texts: `samples` and `labels` are all it knows. The caller
 * disposes of the model. Throws TRAINING_DIVERGED and what `checkCancelled` throws.
 */
export async function trainHead(
  { encoder, weights: before }: { readonly encoder: EncoderConfig; readonly weights: Weights },
  { samples, labels, split, config }: Lesson,
  { checkCancelled, onStep }: HeadHooks,
): Promise<{ model: HeadModel; curve: HeadCurve }> {
  const scale = scaleOf(labels, split.training);
  const wanted = scaled(labels, scale);
  const shape = { hidden: config.hidden, outputs: labels.names.length };
  const weights = {
    ...encoderCopy(before),
    ...newHead(encoder.width, samples.facts, shape, new Random(config.seed)),
  };
  const model = { encoder, weights, scale };
  const learnt = learntWeights(weights, config.frozen);
  const adam = new Adam(learnt);
  const costs = config.classWeights === 'balanced' ? balancedWeights(labels, split.training) : null;
  const held = () => heldLoss(model, samples, { labels: wanted, rows: split.validation, costs }, checkCancelled);
  const curve: HeadCurve = { training: [], validation: [] };
  let best = { loss: Number.POSITIVE_INFINITY, epoch: 0, kept: new Map<string, Float32Array>() };
  try {
    if (samples.of(split.training[0]!).offset) {
      clear(weights['task.output.weight']!);
      best = { loss: held(), epoch: -1, kept: snapshot(learnt) };
    }
    const steps = Math.ceil(split.training.length / config.batchSize);
    for (let epoch = 0; epoch < config.epochs; epoch++) {
      let loss = 0;
      for (const [b, rows] of epochBatches(samples, split.training, config, epoch).entries()) {
        checkCancelled();
        const share = (epoch + b / steps) / config.epochs;
        const part = epochSamples(samples, rows, config.seed, epoch);
        const rate = learningRate(share, { learningRate: config.learningRate, warmup: WARMUP, decay: 'linear' });
        const seed = new Random(config.seed, epoch * steps + b).bits();
        const mean = headStep(model, learnt, adam, part, { labels: wanted, rows, costs }, { config, rate, seed });
        if (!Number.isFinite(mean)) throw diverged();
        loss += (mean * rows.length) / split.training.length;
        onStep?.(share, mean);
        await turn();
      }
      curve.training.push(loss);
      curve.validation.push(held());
      const last = curve.validation.at(-1)!;
      if (!(last >= best.loss)) best = { loss: last, epoch, kept: snapshot(learnt) };
      if (config.patience > 0 && epoch - best.epoch >= config.patience) break;
    }
    restore(learnt, best.kept);
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
