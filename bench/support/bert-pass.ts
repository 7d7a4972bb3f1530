import * as tf from '@tensorflow/tfjs-core';
import type { EncoderConfig } from '../../electron/engine/model/config.ts';
import { encodeBatch } from '../../electron/engine/model/encoder.ts';
import { poolFirst, predictEmbeddingsAt, scoreTokens } from '../../electron/engine/model/heads.ts';
import type { NamedArray } from '../../electron/engine/model/safetensors.ts';
import { variableOf, type Weights } from '../../electron/engine/model/weights.ts';
import type { Batch } from '../../electron/engine/sequence/batches.ts';

type Arrays = Readonly<Record<string, NamedArray>>;

export function weightsOfArrays(arrays: Arrays): Weights {
  return Object.fromEntries(Object.entries(arrays).map(([name, { data, shape }]) => [name, variableOf(data, shape)]));
}

/** Converts inputs of transformers to a batch; `ids` are the peer's ids of Portrait's tokens. */
export function batchOf(inputs: Arrays, ids: Int32Array, field: string): Batch {
  const { shape, data } = inputs.input_ids!;
  const [size = 0, length = 0] = shape;
  const mask = inputs.attention_mask!.data;
  // Padding may be on either side.
  const before = (i: number) => mask.subarray(i - (i % length), i).reduce((a, b) => a + b, 0);
  const after = (i: number) => mask.subarray(i + 1, i - (i % length) + length).reduce((a, b) => a + b, 0);
  return {
    size,
    length,
    tokens: { [field]: Int32Array.from(data, (id) => ids.indexOf(id)) },
    segment: Int32Array.from(inputs.token_type_ids!.data),
    fromStart: Int32Array.from(mask, (there, i) => (there ? before(i) : 0)),
    fromEnd: Int32Array.from(mask, (there, i) => (there ? after(i) : 0)),
    mask: Float32Array.from(mask),
  };
}

/**
 * Returns the hidden states after the embeddings and each layer, the pooled vectors, and the scores of all tokens at
 * all positions.
 */
export function passOf(
  encoder: EncoderConfig,
  weights: Weights,
  batch: Batch,
  field: string,
): Map<string, Float32Array> {
  const arrays = new Map<string, Float32Array>();
  const store = (name: string, of: () => tf.Tensor) => {
    const tensor = tf.tidy(of);
    arrays.set(name, Float32Array.from(tensor.dataSync()));
    tensor.dispose();
  };
  const hidden = (layers: number) => encodeBatch({ ...encoder, layers }, weights, batch).hidden;
  for (let layers = 0; layers <= encoder.layers; layers++) store(`hidden.${layers}`, () => hidden(layers));
  if (weights['pooler.weight']) store('pooled', () => poolFirst(weights, hidden(encoder.layers)));
  const rows = Int32Array.from({ length: batch.size * batch.length }, (_, i) => i);
  store('logits', () => {
    const expected = predictEmbeddingsAt(encoder, weights, hidden(encoder.layers), tf.tensor1d(rows, 'int32'));
    return scoreTokens(weights, field, expected);
  });
  return arrays;
}

/**
 * Returns the largest difference between both sides, ignoring padding; `ids` are the peer's ids of Portrait's tokens.
 */
export function largestDifference(
  name: string,
  portrait: Float32Array,
  peer: NamedArray,
  mask: Float32Array,
  ids: Int32Array,
): number {
  const width = peer.shape.at(-1)!;
  if (portrait.length !== peer.data.length) return Number.POSITIVE_INFINITY;
  const rows = portrait.length / width;
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    if (name !== 'pooled' && mask[row] === 0) continue;
    for (let i = 0; i < width; i++) {
      const peerColumn = name === 'logits' ? ids[i]! : i;
      largest = Math.max(largest, Math.abs(portrait[row * width + i]! - peer.data[row * width + peerColumn]!));
    }
  }
  return Number.isNaN(largest) ? Number.POSITIVE_INFINITY : largest;
}
