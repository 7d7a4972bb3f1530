import * as tf from '@tensorflow/tfjs';
import type { Random } from '../../../../shared/domain/random.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { encodeRows } from '../../model/encoder.ts';
import { dense, denseGelu } from '../../model/layers.ts';
import { dropout } from '../../model/ops/dropout.ts';
import { initialWeights, type Weights } from '../../model/weights.ts';
import { onScale, type Scale } from '../labels/labels.ts';
import { poolBatch } from './pool.ts';
import type { Sample } from './samples.ts';

/** An encoder with a head on it. Weights are those of the encoder, and `task.…` those of the head. */
export interface HeadModel {
  readonly encoder: EncoderConfig;
  readonly weights: Weights;
  readonly scale: Scale;
}

/** Shapes of a head's weights: from the mean of behaviours, the mean of [CLS] and the facts to the outputs. */
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

/** The mean over behaviours and the mean of [CLS] of some samples, (samples, 2 widths); with dropout inside where a seed is given. */
export function pooledVectors(
  { encoder, weights }: Pick<HeadModel, 'encoder' | 'weights'>,
  samples: readonly Sample[],
  dropoutSeed?: number,
): tf.Tensor2D {
  const { batch, rows, shares } = poolBatch(samples.map(({ windows }) => windows));
  const hidden = encodeRows(encoder, weights, batch, rows, dropoutSeed === undefined ? {} : { dropoutSeed });
  const pooled = tf.matMul(tf.tensor2d(shares, [2 * samples.length, rows.length]), hidden);
  return pooled.as2D(samples.length, 2 * encoder.width);
}

/** Scores of some samples, (samples, outputs), on the model's scale; with dropout where a seed is given. */
export function headScores(
  model: HeadModel,
  samples: readonly Sample[],
  training?: { seed: number; dropout: number },
): tf.Tensor2D {
  const { weights, scale } = model;
  const vectors = pooledVectors(model, samples, training?.seed);
  const dropped = training ? (dropout(vectors, training.dropout, training.seed ^ 0x5bd1e995) as tf.Tensor2D) : vectors;
  const x = withFacts(dropped, samples);
  const { 'task.hidden.weight': inner } = weights;
  const scores = dense(weights, 'task.output', inner ? denseGelu(weights, 'task.hidden', x) : x);
  return withOffsets(scores, samples, scale);
}

function withOffsets(scores: tf.Tensor2D, samples: readonly Sample[], scale: Scale): tf.Tensor2D {
  if (!samples[0]?.offset) return scores;
  const offsets = new Float32Array(scores.size);
  samples.forEach(({ offset }, s) => {
    if (offset) offsets.set(offset, s * scores.shape[1]);
  });
  return scores.add(tf.tensor2d(onScale(offsets, scale), scores.shape));
}

function withFacts(vectors: tf.Tensor2D, samples: readonly Sample[]): tf.Tensor2D {
  const width = samples[0]?.facts.length ?? 0;
  if (width === 0) return vectors;
  const facts = new Float32Array(samples.length * width);
  samples.forEach((sample, s) => {
    facts.set(sample.facts, s * width);
  });
  return tf.concat([vectors, tf.tensor2d(facts, [samples.length, width])], 1);
}
