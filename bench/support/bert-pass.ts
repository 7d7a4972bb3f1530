import * as tf from '@tensorflow/tfjs';
import type { EncoderConfig } from '../../electron/engine/model/config.ts';
import { encodeBatch } from '../../electron/engine/model/encoder.ts';
import { poolFirst, predictions, scoreTokens } from '../../electron/engine/model/heads.ts';
import type { NamedArray } from '../../electron/engine/model/safetensors.ts';
import { variableOf, type Weights } from '../../electron/engine/model/weights.ts';
import type { Batch } from '../../electron/engine/sequence/batches.ts';

type Arrays = Readonly<Record<string, NamedArray>>;

export function weightsOfArrays(arrays: Arrays): Weights {
  return Object.fromEntries(Object.entries(arrays).map(([name, { data, shape }]) => [name, variableOf(data, shape)]));
}

/** Inputs as transformers takes them, as a batch whose ids are in Portrait's order. */
export function batchOf(inputs: Arrays, ids: Int32Array, field: string): Batch {
  const { shape, data } = inputs.input_ids!;
  const [size = 0, length = 0] = shape;
  const mask = inputs.attention_mask!.data;
  // Padding may stand on either side.
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

/** Hidden states after the embeddings and each layer, the pooler's vectors, and the scores of all tokens everywhere. */
export function passOf(
  encoder: EncoderConfig,
  weights: Weights,
  batch: Batch,
  field: string,
): Map<string, Float32Array> {
  const found = new Map<string, Float32Array>();
  const keep = (name: string, of: () => tf.Tensor) => {
    const tensor = tf.tidy(of);
    found.set(name, Float32Array.from(tensor.dataSync()));
    tensor.dispose();
  };
  const hidden = (layers: number) => encodeBatch({ ...encoder, layers }, weights, batch).hidden;
  for (let layers = 0; layers <= encoder.layers; layers++) keep(`hidden.${layers}`, () => hidden(layers));
  if (weights['pooler.weight']) keep('pooled', () => poolFirst(weights, hidden(encoder.layers)));
  const rows = Int32Array.from({ length: batch.size * batch.length }, (_, i) => i);
  keep('logits', () => {
    const expected = predictions(encoder, weights, hidden(encoder.layers), tf.tensor1d(rows, 'int32'));
    return scoreTokens(weights, field, expected);
  });
  return found;
}

/** Largest distance of what both say of positions that are there; `ids` are the peer's of Portrait's tokens. */
export function furthest(
  name: string,
  ours: Float32Array,
  theirs: NamedArray,
  mask: Float32Array,
  ids: Int32Array,
): number {
  const width = theirs.shape.at(-1)!;
  if (ours.length !== theirs.data.length) return Number.POSITIVE_INFINITY;
  const rows = ours.length / width;
  let most = 0;
  for (let row = 0; row < rows; row++) {
    if (name !== 'pooled' && mask[row] === 0) continue;
    for (let i = 0; i < width; i++) {
      const theirsAt = name === 'logits' ? ids[i]! : i;
      most = Math.max(most, Math.abs(ours[row * width + i]! - theirs.data[row * width + theirsAt]!));
    }
  }
  return Number.isNaN(most) ? Number.POSITIVE_INFINITY : most;
}
