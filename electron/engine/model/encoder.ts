/**
 * The encoder of BERT (Devlin et al., 2019) over behaviours: parallel fields instead of word pieces, otherwise the same.
 * Shapes: B sequences, T positions, H width, A heads, D = H / A.
 */
import * as tf from '@tensorflow/tfjs';
import type { Batch } from '../sequence/batches.ts';
import type { EncoderConfig } from './config.ts';
import { addBias } from './ops/add-bias.ts';
import { attentionSoftmax } from './ops/attention-softmax.ts';
import { dropout } from './ops/dropout.ts';
import { gelu } from './ops/gelu.ts';
import { layerNorm } from './ops/layer-norm.ts';
import { lookup } from './ops/lookup.ts';
import type { Weights } from './weights.ts';

/** How a pass is run: with dropout from a seed (training), or without; with attention, or without. */
export interface PassOptions {
  readonly dropoutSeed?: number;
  readonly attention?: boolean;
}

export interface Encoded {
  /** (B, T, H): what the last layer says of each position. */
  readonly hidden: tf.Tensor3D;
  /** One (B, A, T, T) a layer, rows summing to 1 over the keys; empty unless asked for. */
  readonly attention: readonly tf.Tensor4D[];
}

export function encodeBatch(config: EncoderConfig, weights: Weights, batch: Batch, options: PassOptions = {}): Encoded {
  const { size: B, length: T } = batch;
  const mask = tf.tensor2d(batch.mask, [B, T]);
  const drop = dropper(config.dropout, options.dropoutSeed);
  const attention: tf.Tensor4D[] = [];

  let x = drop(norm(weights, 'embeddings.norm', embed(config, weights, batch))); // (B T, H)
  for (let l = 0; l < config.layers; l++) {
    const seen = attend(config, weights, `layer.${l}.attention`, x, mask, drop); // context (B T, H), weights (B, A, T, T)
    if (options.attention) attention.push(seen.weights);
    x = norm(weights, `layer.${l}.attention.norm`, x.add(drop(seen.context)));
    const inner = gelu(dense(weights, `layer.${l}.inner`, x)); // (B T, 4 H)
    x = norm(weights, `layer.${l}.norm`, x.add(drop(dense(weights, `layer.${l}.output`, inner))));
  }
  return { hidden: x.reshape([B, T, config.width]), attention };
}

/**
 * Scores of all tokens of one field at some positions: BERT's masked-language head with its weights tied to the field's
 * embedding. rows: indices into (B T). Gives (rows, tokens of the field).
 */
export function predictField(weights: Weights, field: string, hidden: tf.Tensor3D, rows: tf.Tensor1D): tf.Tensor2D {
  const width = hidden.shape[2];
  const masked = lookup(hidden.reshape([-1, width]), rows);
  const transformed = norm(weights, 'head.norm', gelu(dense(weights, 'head.transform', masked)));
  const logits = tf.matMul(
    transformed.as2D(-1, width),
    weight(weights, `embeddings.${field}`).as2D(-1, width),
    false,
    true,
  );
  return addBias(logits, weight(weights, `head.bias.${field}`));
}

/**
 * Sum of the fields', position's and segment's embeddings: (B T, H). Positions count from the end by default, so that "the
 * one before the last" is the same place in a short history and in a long one.
 */
function embed(config: EncoderConfig, weights: Weights, batch: Batch): tf.Tensor2D {
  const tables = Object.keys(config.sizes).map((field) =>
    lookup(weight(weights, `embeddings.${field}`), tf.tensor1d(tokensOf(batch, field), 'int32')),
  );
  const segments = lookup(weight(weights, 'embeddings.segment'), tf.tensor1d(batch.segment, 'int32'));
  const position = config.positions === 'fromEnd' ? batch.fromEnd : batch.fromStart;
  const places = lookup(weight(weights, 'embeddings.position'), tf.tensor1d(position, 'int32'));
  return tf.addN([...tables, segments, places]) as tf.Tensor2D;
}

function attend(config: EncoderConfig, weights: Weights, name: string, x: tf.Tensor, mask: tf.Tensor2D, drop: Drop) {
  const [B, T] = mask.shape;
  const A = config.heads;
  const D = config.width / A;
  const heads = (part: string) => dense(weights, `${name}.${part}`, x).reshape([B, T, A, D]).transpose([0, 2, 1, 3]);
  const scores = tf.matMul(heads('query'), heads('key'), false, true); // (B, A, T, T)
  const shares = attentionSoftmax(scores, mask, 1 / Math.sqrt(D), config.causal) as tf.Tensor4D;
  const context = tf.matMul(drop(shares), heads('value')); // (B, A, T, D)
  const joined = context.transpose([0, 2, 1, 3]).reshape([B * T, config.width]);
  return { context: dense(weights, `${name}.output`, joined), weights: shares };
}

function dense(weights: Weights, name: string, x: tf.Tensor): tf.Tensor {
  return addBias(
    tf.matMul(x as tf.Tensor2D, weight(weights, `${name}.weight`).as2D(x.shape[1]!, -1)),
    weight(weights, `${name}.bias`),
  );
}

function norm(weights: Weights, name: string, x: tf.Tensor): tf.Tensor {
  return layerNorm(x, weight(weights, `${name}.gamma`), weight(weights, `${name}.beta`));
}

type Drop = (x: tf.Tensor) => tf.Tensor;

/** Dropout that draws anew at each place it is used; none without a seed. */
function dropper(rate: number, seed: number | undefined): Drop {
  if (seed === undefined) return (x) => x;
  let place = 0;
  return (x) => dropout(x, rate, (seed * 1000 + place++) | 0);
}

function tokensOf({ tokens }: Batch, field: string): Int32Array {
  const found = tokens[field];
  if (found) return found;
  throw new Error(`the batch has no field ${field}`);
}

function weight(weights: Weights, name: string): tf.Variable {
  const found = weights[name];
  if (found) return found;
  throw new Error(`the model has no weight ${name}`);
}
