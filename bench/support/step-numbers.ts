import * as tf from '@tensorflow/tfjs';
import { EncoderConfig } from '../../electron/engine/model/config.ts';
import { encodeBatch, predictField } from '../../electron/engine/model/encoder.ts';
import { crossEntropy } from '../../electron/engine/model/ops/cross-entropy.ts';
import { disposeWeights, initialWeights, weightShapes } from '../../electron/engine/model/weights.ts';
import type { Batch } from '../../electron/engine/sequence/batches.ts';
import { FIRST_TOKEN } from '../../electron/engine/sequence/fields.ts';
import { Random } from '../../shared/domain/random.ts';
import type { Row } from '../row.ts';

const [BATCH, LENGTH, ITEMS] = [8, 40, 500];

/** Loss and gradients by weight. */
type Numbers = Readonly<Record<string, Float32Array>>;

/** How far a peer's numbers of a training step are from ours, with the same weights and dropout. */
export function apartRows(ours: Numbers, theirs: Numbers, peer: string): Row[] {
  const row = (what: string, names: readonly string[]): Row => ({
    case: `${what}, furthest from WebAssembly's`,
    figure: apart(ours, theirs, names),
    unit: 'of the largest',
    peer,
    peerFigure: null,
    ratio: null,
  });
  const weights = Object.keys(ours).filter((weight) => weight !== 'loss');
  return [row('loss of a step', ['loss']), row(`gradients of ${weights.length} weights`, weights)];
}

/** The largest difference between two sets of numbers, beside the largest of them. */
export function apart(one: Numbers, other: Numbers, names: readonly string[]): number {
  let [most, furthest] = [0, 0];
  for (const name of names) {
    one[name]!.forEach((value, i) => {
      most = Math.max(most, Math.abs(value));
      furthest = Math.max(furthest, Math.abs(value - other[name]![i]!));
    });
  }
  return furthest / most;
}

/** The numbers of one step on the backend in use. */
export function stepNumbers(): Numbers {
  const sizes = { action: 8, item: ITEMS, category: 20 };
  const config = EncoderConfig.parse({ width: 32, inner: 128, length: LENGTH, sizes, dropout: 0.2 });
  const weights = initialWeights(weightShapes(config), new Random(1));
  const named = Object.entries(weights).filter(([name]) => !name.startsWith('head.bias.') || name === 'head.bias.item');
  const random = new Random(2);
  const places = BATCH * LENGTH;
  const column = (size: number) =>
    Int32Array.from({ length: places }, () => FIRST_TOKEN + random.integer(size - FIRST_TOKEN));
  const rows = Int32Array.from({ length: 60 }, (_, i) => 5 * i);
  const batch: Batch = {
    size: BATCH,
    length: LENGTH,
    tokens: Object.fromEntries(Object.entries(sizes).map(([field, size]) => [field, column(size)])),
    segment: new Int32Array(places),
    fromEnd: Int32Array.from({ length: places }, (_, i) => LENGTH - 1 - (i % LENGTH)),
    fromStart: Int32Array.from({ length: places }, (_, i) => i % LENGTH),
    mask: Float32Array.from({ length: places }, (_, i) => (i % LENGTH < LENGTH - 5 ? 1 : 0)),
  };
  const targets = column(ITEMS).slice(0, rows.length);
  const numbers = tf.tidy(() => {
    const { value, grads } = tf.variableGrads(
      () => {
        const { hidden } = encodeBatch(config, weights, batch, { dropoutSeed: 7 });
        const logits = predictField(config, weights, 'item', hidden, tf.tensor1d(rows, 'int32'));
        return crossEntropy(logits, tf.tensor1d(targets, 'int32'), FIRST_TOKEN);
      },
      named.map(([, weight]) => weight),
    );
    const read = (tensor: tf.Tensor) => Float32Array.from(tensor.dataSync());
    return {
      loss: read(value),
      ...Object.fromEntries(named.map(([name, weight]) => [name, read(grads[weight.name]!)])),
    };
  });
  disposeWeights(weights);
  return numbers;
}
