import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../../../shared/domain/random.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { encodeRows } from '../../model/encoder.ts';
import { dense, denseGelu } from '../../model/layers.ts';
import { dropout } from '../../model/ops/dropout.ts';
import { initialWeights, type Weights } from '../../model/weights.ts';
import { scaleInPlace, type TargetScale } from '../labels/labels.ts';
import type { HeadBatch } from './head-batch.ts';

/** An encoder with an output head. The head's weights are named `task.…`. */
export interface HeadModel {
  readonly encoder: EncoderConfig;
  readonly weights: Weights;
  readonly scale: TargetScale;
}

/**
 * Returns the shapes of a head's weights. Its input is the mean over behaviours, the mean over [CLS] positions and the
 * facts.
 */
export function headShapes(width: number, facts: number, hidden: number, outputs: number): Record<string, number[]> {
  const input = 2 * width + facts;
  if (hidden === 0) return { 'task.output.weight': [input, outputs], 'task.output.bias': [outputs] };
  return {
    'task.hidden.weight': [input, hidden],
    'task.hidden.bias': [hidden],
    'task.output.weight': [hidden, outputs],
    'task.output.bias': [outputs],
  };
}

export function newHead(
  width: number,
  facts: number,
  { hidden, outputs }: { hidden: number; outputs: number },
  random: Random,
): Weights {
  return initialWeights(headShapes(width, facts, hidden, outputs), random);
}

/**
 * Returns the mean over behaviours and the mean over [CLS] positions of each sample, (samples, 2 widths). Applies
 * dropout in the encoder if a seed is given.
 */
export function pooledVectors(
  { encoder, weights }: Pick<HeadModel, 'encoder' | 'weights'>,
  { samples, windows, rows, shares }: HeadBatch,
  dropoutSeed?: number,
): tf.Tensor2D {
  const hidden = encodeRows(encoder, weights, windows, rows, dropoutSeed === undefined ? {} : { dropoutSeed });
  const pooled = tf.matMul(tf.tensor2d(shares, [2 * samples, rows.length]), hidden);
  return pooled.as2D(samples, 2 * encoder.width);
}

/** Returns the scores of samples, (samples, outputs), on the model's scale. Applies dropout if `training` is given. */
export function headScores(
  model: HeadModel,
  batch: HeadBatch,
  training?: { seed: number; dropout: number },
): tf.Tensor2D {
  const { weights, scale } = model;
  const vectors = pooledVectors(model, batch, training?.seed);
  const dropped = training ? (dropout(vectors, training.dropout, training.seed ^ 0x5bd1e995) as tf.Tensor2D) : vectors;
  const x = withFacts(dropped, batch);
  const { 'task.hidden.weight': inner } = weights;
  const scores = dense(weights, 'task.output', inner ? denseGelu(weights, 'task.hidden', x) : x);
  return withOffsets(scores, batch, scale);
}

function withOffsets(scores: tf.Tensor2D, { offsets }: HeadBatch, scale: TargetScale): tf.Tensor2D {
  return offsets ? scores.add(tf.tensor2d(scaleInPlace(offsets.slice(), scale), scores.shape)) : scores;
}

function withFacts(vectors: tf.Tensor2D, { facts, samples }: HeadBatch): tf.Tensor2D {
  if (facts.length === 0) return vectors;
  return tf.concat([vectors, tf.tensor2d(facts, [samples, facts.length / samples])], 1);
}
