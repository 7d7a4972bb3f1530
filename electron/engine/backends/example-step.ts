import * as tf from '@tensorflow/tfjs-core';
import { Random } from '../../../shared/domain/random.ts';
import { EncoderConfig } from '../model/config.ts';
import { encodeBatch } from '../model/encoder.ts';
import { predictEmbeddingsAt } from '../model/heads.ts';
import { tokenLoss } from '../model/token-loss.ts';
import { initialWeights, type Weights, weightShapes } from '../model/weights.ts';
import type { Batch } from '../sequence/batches.ts';
import { FIRST_TOKEN } from '../sequence/fields.ts';

/** Size of an example step. */
export interface ExampleShape {
  readonly batch: number;
  readonly length: number;
  readonly width: number;
  readonly items: number;
}

/** A training step on random numbers, the same on every backend. */
export interface ExampleStep {
  /** The trained weights; the caller disposes of them. */
  readonly weights: Weights;
  /** Number of events in the step's batch. */
  readonly behaviours: number;
  /** Loss and gradients, keyed like the weights; the caller disposes of them. */
  gradients(seed: number): { loss: tf.Scalar; gradients: Record<string, tf.Tensor> };
}

const DROPOUT = 0.2;
/** Share of positions that are not padding, and distance between targets. */
const FILLED = 7 / 8;
const TARGET_EVERY = 5;

/**
 * Creates a masked-modelling step of a two-layer encoder on the backend in use: forward pass with dropout, and backward
 * pass.
 */
export function exampleStep({ batch: size, length, width, items }: ExampleShape): ExampleStep {
  const sizes = { action: 8, item: items, category: 20 };
  const config = EncoderConfig.parse({ width, inner: 4 * width, length, sizes, dropout: DROPOUT });
  const {
    'head.bias.action': action,
    'head.bias.category': category,
    ...weights
  } = initialWeights(weightShapes(config), new Random(1));
  tf.dispose([action, category].filter((weight) => weight !== undefined));
  const random = new Random(2);
  const places = size * length;
  const filled = Math.round(FILLED * length);
  const column = (count: number, of: number) =>
    Int32Array.from({ length: count }, () => FIRST_TOKEN + random.integer(of - FIRST_TOKEN));
  const batch: Batch = {
    size,
    length,
    tokens: Object.fromEntries(Object.entries(sizes).map(([field, of]) => [field, column(places, of)])),
    segment: new Int32Array(places),
    fromEnd: Int32Array.from({ length: places }, (_, i) => length - 1 - (i % length)),
    fromStart: Int32Array.from({ length: places }, (_, i) => i % length),
    mask: Float32Array.from({ length: places }, (_, i) => (i % length < filled ? 1 : 0)),
  };
  const rows = Int32Array.from(batch.mask.keys()).filter((i) => batch.mask[i] === 1 && i % TARGET_EVERY === 0);
  const targets = column(rows.length, items);
  const lossWith = (dropoutSeed: number): tf.Scalar => {
    const { hidden } = encodeBatch(config, weights, batch, { dropoutSeed });
    const expected = predictEmbeddingsAt(config, weights, hidden, tf.tensor1d(rows, 'int32'));
    return tokenLoss(weights, 'item', expected, tf.tensor1d(targets, 'int32'));
  };
  return {
    weights,
    behaviours: size * filled,
    gradients(seed) {
      const { value, grads } = tf.variableGrads(() => lossWith(seed), Object.values(weights));
      const named = Object.entries(weights).map(([name, weight]) => [name, grads[weight.name]!] as const);
      return { loss: value, gradients: Object.fromEntries(named) };
    },
  };
}
