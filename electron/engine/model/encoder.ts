/**
 * The encoder of BERT (Devlin et al., 2019) over behaviours: parallel fields instead of word pieces, otherwise the same.
 * Shapes: B sequences, T positions, H width, A heads of attention, D = H / A.
 */
import * as tf from '@tensorflow/tfjs';
import type { Batch } from '../sequence/batches.ts';
import type { EncoderConfig } from './config.ts';
import { type Dropper, dense, denseGelu, denseSideBySide, dropper, embedding, norm, weight } from './layers.ts';
import { type AttentionOptions, attention } from './ops/attention.ts';
import { attentionSoftmax } from './ops/attention-softmax.ts';
import { dropout } from './ops/dropout.ts';
import { embeddingSum } from './ops/embedding-sum.ts';
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

/** What every layer of a pass needs. */
interface Pass {
  readonly config: EncoderConfig;
  readonly weights: Weights;
  /** (B, T): 1 where there is a position. */
  readonly mask: tf.Tensor2D;
  readonly dropout: Dropper;
  /** Takes each layer's attention, where it is asked for. */
  readonly attention: tf.Tensor4D[] | null;
  norm(name: string, x: tf.Tensor): tf.Tensor;
}

export function encodeBatch(config: EncoderConfig, weights: Weights, batch: Batch, options: PassOptions = {}): Encoded {
  const pass = passOf(config, weights, batch, options);
  const hidden = runLayers(pass, batch).reshape([batch.size, batch.length, config.width]) as tf.Tensor3D;
  return { hidden, attention: pass.attention ?? [] };
}

/**
 * What the last layer says of some positions alone, indices into (B T) in any order: (rows, H). Without dropout the same as in
 * `encodeBatch`, for less: in that layer the other positions are needed only to be attended to.
 */
export function encodeRows(
  config: EncoderConfig,
  weights: Weights,
  batch: Batch,
  rows: Int32Array,
  options: Pick<PassOptions, 'dropoutSeed'> = {},
): tf.Tensor2D {
  const rising = Int32Array.from(new Set(rows)).sort();
  const x = runLayers(passOf(config, weights, batch, options), batch, rising);
  if (rows.length === rising.length && rows.every((row, i) => row === rising[i])) return x;
  const found = new Map(Array.from(rising, (row, i) => [row, i]));
  const order = rows.map((row) => found.get(row)!);
  return lookup(x, tf.tensor1d(order, 'int32'));
}

function passOf(config: EncoderConfig, weights: Weights, batch: Batch, options: PassOptions): Pass {
  return {
    config,
    weights,
    mask: tf.tensor2d(batch.mask, [batch.size, batch.length]),
    dropout: dropper(config.dropout, options.dropoutSeed),
    attention: options.attention ? [] : null,
    norm: (name, x) => norm(weights, name, x, config.epsilon),
  };
}

/** (B T, H), or (rows, H) where only some are asked for, rising. */
function runLayers(pass: Pass, batch: Batch, rows?: Int32Array): tf.Tensor2D {
  const { config, weights, dropout } = pass;
  let x = dropout.drop(pass.norm('embeddings.norm', embed(config, weights, batch))); // (B T, H)
  for (let l = 0; l < config.layers; l++) {
    const asked = rows && l === config.layers - 1 ? tf.tensor1d(rows, 'int32') : null;
    x = residual(pass, `layer.${l}.attention`, x, (input) => attend(pass, `layer.${l}.attention`, input, asked), asked);
    x = residual(pass, `layer.${l}`, x, (input) => {
      const inner = denseGelu(weights, `layer.${l}.inner`, input); // (B T, 4 H)
      return dense(weights, `layer.${l}.output`, inner);
    });
  }
  return (config.norm === 'pre' ? pass.norm('norm', x) : x) as tf.Tensor2D;
}

/**
 * Sum of the fields', position's and segment's embeddings: (B T, H). Positions count from the end by default, so that "the
 * one before the last" is the same place in a short history and in a long one.
 */
function embed({ sizes, positions }: EncoderConfig, weights: Weights, batch: Batch): tf.Tensor2D {
  return embeddingSum([
    ...Object.keys(sizes).map((field) => embedding(weights, field, batch.tokens[field])),
    embedding(weights, 'segment', batch.segment),
    embedding(weights, 'position', positions === 'fromEnd' ? batch.fromEnd : batch.fromStart),
  ]);
}

/**
 * A sub-layer and what passes it by. Post-norm is BERT's; pre-norm (Xiong et al., 2020) keeps the path from top to bottom
 * free; ReZero (Bachlechner et al., 2020) opens a gate, which is shut at first, instead of normalising. `asked`: of which rows
 * of x the sub-layer speaks; all if null.
 */
function residual(
  pass: Pass,
  name: string,
  x: tf.Tensor,
  sublayer: (input: tf.Tensor) => tf.Tensor,
  asked: tf.Tensor1D | null = null,
): tf.Tensor {
  const { config, weights, norm } = pass;
  const { drop, dropOnto } = pass.dropout;
  const passing = asked ? lookup(x, asked) : x;
  if (config.norm === 'post') return norm(`${name}.norm`, dropOnto(passing, sublayer(x)));
  if (config.norm === 'pre') return dropOnto(passing, sublayer(norm(`${name}.norm`, x)));
  return passing.add(drop(sublayer(x)).mul(weight(weights, `${name}.alpha`)));
}

/** What x (B T, H) says to all positions, or to those asked for: (queries, H). */
function attend(pass: Pass, name: string, x: tf.Tensor, asked: tf.Tensor1D | null): tf.Tensor2D {
  const { config, weights, mask, dropout } = pass;
  const query = dense(weights, `${name}.query`, asked ? lookup(x, asked) : x);
  const keyValue = denseSideBySide(weights, [`${name}.key`, `${name}.value`], x); // (B T, 2 H)
  const places = asked ?? tf.range(0, mask.size, 1, 'int32');
  const options = { heads: config.heads, causal: config.causal, ...dropout.place() };
  const context = pass.attention
    ? attendSeen(query, keyValue, mask, options, pass.attention)
    : attention({ query, places, keyValue, mask }, options);
  return dense(weights, `${name}.output`, context);
}

/** The same as `attention` of all positions; the weights are taken down. */
function attendSeen(
  query: tf.Tensor2D,
  keyValue: tf.Tensor2D,
  mask: tf.Tensor2D,
  { heads, causal, rate, seed }: AttentionOptions,
  seen: tf.Tensor4D[],
): tf.Tensor2D {
  const [B, T] = mask.shape;
  const H = query.shape[1];
  const ofHeads = (x: tf.Tensor) => x.reshape([B, T, heads, H / heads]).transpose([0, 2, 1, 3]);
  const [key, value] = tf.split(keyValue, 2, 1).map(ofHeads) as [tf.Tensor, tf.Tensor];
  const scores = tf.matMul(ofHeads(query), key, false, true); // (B, A, T, T)
  const shares = attentionSoftmax(scores, mask, Math.sqrt(heads / H), causal) as tf.Tensor4D;
  seen.push(shares);
  const context = tf.matMul(dropout(shares, rate, seed), value); // (B, A, T, D)
  return context.transpose([0, 2, 1, 3]).reshape([B * T, H]);
}
