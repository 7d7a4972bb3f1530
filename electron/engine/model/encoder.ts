/**
 * The encoder of BERT (Devlin et al., 2019) over behaviours: parallel fields instead of word pieces, otherwise the
 * same. Shapes: B sequences, T positions, H width, A attention heads, D = H / A.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../sequence/batches.ts';
import type { EncoderConfig } from './config.ts';
import { createDropout, type Dropout, dense, denseGelu, denseSideBySide, embedding, norm, weight } from './layers.ts';
import { type AttentionOptions, attention } from './ops/attention.ts';
import { attentionSoftmax } from './ops/attention-softmax.ts';
import { dropout } from './ops/dropout.ts';
import { embeddingSum } from './ops/embedding-sum.ts';
import { lookup } from './ops/lookup.ts';
import type { Weights } from './weights.ts';

/**
 * Options of a forward pass: the dropout seed (training; no dropout without it), and whether attention weights are
 * returned.
 */
export interface PassOptions {
  readonly dropoutSeed?: number;
  readonly attention?: boolean;
}

export interface EncoderOutput {
  /** (B, T, H): output of the last layer at each position. */
  readonly hidden: tf.Tensor3D;
  /** Attention weights, one (B, A, T, T) per layer, rows summing to 1 over the keys; empty unless requested. */
  readonly attention: readonly tf.Tensor4D[];
}

/** State shared by all layers of a forward pass. */
interface Pass {
  readonly config: EncoderConfig;
  readonly weights: Weights;
  /** (B, T): 1 where there is a position, 0 for padding. */
  readonly mask: tf.Tensor2D;
  readonly dropout: Dropout;
  /** Collects each layer's attention weights; null unless they are requested. */
  readonly attention: tf.Tensor4D[] | null;
  norm(name: string, x: tf.Tensor): tf.Tensor;
}

export function encodeBatch(
  config: EncoderConfig,
  weights: Weights,
  batch: Batch,
  options: PassOptions = {},
): EncoderOutput {
  const pass = passOf(config, weights, batch, options);
  const hidden = runLayers(pass, batch).reshape([batch.size, batch.length, config.width]) as tf.Tensor3D;
  return { hidden, attention: pass.attention ?? [] };
}

/**
 * Returns the last layer's output at some positions only, given as indices into (B T) in any order: (rows, H). Without
 * dropout the values equal those of `encodeBatch`, at a lower cost: in the last layer the other positions serve only as
 * keys and values.
 */
export function encodeRows(
  config: EncoderConfig,
  weights: Weights,
  batch: Batch,
  rows: Int32Array,
  options: Pick<PassOptions, 'dropoutSeed'> = {},
): tf.Tensor2D {
  const sortedRows = Int32Array.from(new Set(rows)).sort();
  const x = runLayers(passOf(config, weights, batch, options), batch, sortedRows);
  if (rows.length === sortedRows.length && rows.every((row, i) => row === sortedRows[i])) return x;
  const rowIndex = new Map(Array.from(sortedRows, (row, i) => [row, i]));
  const order = rows.map((row) => rowIndex.get(row)!);
  return lookup(x, tf.tensor1d(order, 'int32'));
}

function passOf(config: EncoderConfig, weights: Weights, batch: Batch, options: PassOptions): Pass {
  return {
    config,
    weights,
    mask: tf.tensor2d(batch.mask, [batch.size, batch.length]),
    dropout: createDropout(config.dropout, options.dropoutSeed),
    attention: options.attention ? [] : null,
    norm: (name, x) => norm(weights, name, x, config.epsilon),
  };
}

/** Returns (B T, H), or (rows, H) if `rows`, ascending, are given. */
function runLayers(pass: Pass, batch: Batch, rows?: Int32Array): tf.Tensor2D {
  const { config, weights, dropout } = pass;
  let x = dropout.drop(pass.norm('embeddings.norm', embed(config, weights, batch))); // (B T, H)
  for (let l = 0; l < config.layers; l++) {
    const queryRows = rows && l === config.layers - 1 ? tf.tensor1d(rows, 'int32') : null;
    x = residual(
      pass,
      `layer.${l}.attention`,
      x,
      (input) => attend(pass, `layer.${l}.attention`, input, queryRows),
      queryRows,
    );
    x = residual(pass, `layer.${l}`, x, (input) => {
      const inner = denseGelu(weights, `layer.${l}.inner`, input); // (B T, inner)
      return dense(weights, `layer.${l}.output`, inner);
    });
  }
  return (config.norm === 'pre' ? pass.norm('norm', x) : x) as tf.Tensor2D;
}

/**
 * Sums the embeddings of the fields, the position and the segment: (B T, H). Positions count from the end by default,
 * so that the second to last behaviour has the same position in a short history and in a long one.
 */
function embed({ sizes, positions }: EncoderConfig, weights: Weights, batch: Batch): tf.Tensor2D {
  return embeddingSum([
    ...Object.keys(sizes).map((field) => embedding(weights, field, batch.tokens[field])),
    embedding(weights, 'segment', batch.segment),
    embedding(weights, 'position', positions === 'fromEnd' ? batch.fromEnd : batch.fromStart),
  ]);
}

/**
 * Residual connection around a sub-layer. Post-norm is BERT's; pre-norm (Xiong et al., 2020) keeps the residual path
 * free of normalisation; ReZero (Bachlechner et al., 2020) scales the sub-layer by a learnt gate, initially 0, instead
 * of normalising. `queryRows`: rows of x for which the sub-layer returns an output; null for all.
 */
function residual(
  pass: Pass,
  name: string,
  x: tf.Tensor,
  sublayer: (input: tf.Tensor) => tf.Tensor,
  queryRows: tf.Tensor1D | null = null,
): tf.Tensor {
  const { config, weights, norm } = pass;
  const { drop, addDropped: dropOnto } = pass.dropout;
  const shortcut = queryRows ? lookup(x, queryRows) : x;
  if (config.norm === 'post') return norm(`${name}.norm`, dropOnto(shortcut, sublayer(x)));
  if (config.norm === 'pre') return dropOnto(shortcut, sublayer(norm(`${name}.norm`, x)));
  return shortcut.add(drop(sublayer(x)).mul(weight(weights, `${name}.alpha`)));
}

/** Self-attention over x (B T, H), for all positions or only for `queryRows`: (queries, H). */
function attend(pass: Pass, name: string, x: tf.Tensor, queryRows: tf.Tensor1D | null): tf.Tensor2D {
  const { config, weights, mask, dropout } = pass;
  const query = dense(weights, `${name}.query`, queryRows ? lookup(x, queryRows) : x);
  const keyValue = denseSideBySide(weights, [`${name}.key`, `${name}.value`], x); // (B T, 2 H)
  const queryPositions = queryRows ?? tf.range(0, mask.size, 1, 'int32');
  const options = { heads: config.heads, causal: config.causal, ...dropout.nextDraw() };
  const context = pass.attention
    ? attendWithWeights(query, keyValue, mask, options, pass.attention)
    : attention({ query, positions: queryPositions, keyValue, mask }, options);
  return dense(weights, `${name}.output`, context);
}

/** Computes the same as `attention` over all positions, and appends the weights to `attentionByLayer`. */
function attendWithWeights(
  query: tf.Tensor2D,
  keyValue: tf.Tensor2D,
  mask: tf.Tensor2D,
  { heads, causal, rate, seed }: AttentionOptions,
  attentionByLayer: tf.Tensor4D[],
): tf.Tensor2D {
  const [B, T] = mask.shape;
  const H = query.shape[1];
  const splitHeads = (x: tf.Tensor) => x.reshape([B, T, heads, H / heads]).transpose([0, 2, 1, 3]);
  const [key, value] = tf.split(keyValue, 2, 1).map(splitHeads) as [tf.Tensor, tf.Tensor];
  const scores = tf.matMul(splitHeads(query), key, false, true); // (B, A, T, T)
  const attentionWeights = attentionSoftmax(scores, mask, Math.sqrt(heads / H), causal) as tf.Tensor4D;
  attentionByLayer.push(attentionWeights);
  const context = tf.matMul(dropout(attentionWeights, rate, seed), value); // (B, A, T, D)
  return context.transpose([0, 2, 1, 3]).reshape([B * T, H]);
}
