import * as tf from '@tensorflow/tfjs';
import { startWebgpu } from '../electron/engine/model/backends/webgpu/start.ts';
import { EncoderConfig } from '../electron/engine/model/config.ts';
import { encodeBatch, predictField } from '../electron/engine/model/encoder.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import { crossEntropy } from '../electron/engine/model/ops/cross-entropy.ts';
import { initialWeights, weightShapes } from '../electron/engine/model/weights.ts';
import type { Batch } from '../electron/engine/sequence/batches.ts';
import { FIRST_TOKEN } from '../electron/engine/sequence/fields.ts';
import { Random } from '../shared/domain/random.ts';
import type { Bench, Row } from './row.ts';

const [BATCH, LENGTH, ITEMS] = [8, 40, 500];

/** How far a training step's numbers on the GPU are from those of our kernels in WebAssembly, with the same weights and dropout. */
const bench: Bench = async () => {
  await startWasm();
  const ours = gradients();
  const { description, software } = await startWebgpu();
  const theirs = gradients();
  const peer = `${description}${software ? ' (software)' : ''}`;
  const row = (what: string, weights: readonly string[]): Row => ({
    case: `${what}, furthest from WebAssembly's`,
    figure: apart(ours, theirs, weights),
    unit: 'of the largest',
    peer,
    peerFigure: null,
    ratio: null,
  });
  const weights = Object.keys(ours).filter((weight) => weight !== 'loss');
  return [row('loss of a step', ['loss']), row(`gradients of ${weights.length} weights`, weights)];
};
export default bench;

type Numbers = Readonly<Record<string, Float32Array>>;

/** The largest difference between two sets of numbers, beside the largest of them. */
function apart(one: Numbers, other: Numbers, names: readonly string[]): number {
  let [most, furthest] = [0, 0];
  for (const name of names) {
    one[name]!.forEach((value, i) => {
      most = Math.max(most, Math.abs(value));
      furthest = Math.max(furthest, Math.abs(value - other[name]![i]!));
    });
  }
  return furthest / most;
}

/** Loss and gradients of one step by weight, on the backend in use. */
function gradients(): Record<string, Float32Array> {
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
  const { value, grads } = tf.variableGrads(
    () => {
      const { hidden } = encodeBatch(config, weights, batch, { dropoutSeed: 7 });
      const logits = predictField(config, weights, 'item', hidden, tf.tensor1d(rows, 'int32'));
      return crossEntropy(logits, tf.tensor1d(targets, 'int32'), FIRST_TOKEN);
    },
    named.map(([, weight]) => weight),
  );
  return {
    loss: Float32Array.from(value.dataSync()),
    ...Object.fromEntries(named.map(([name, weight]) => [name, Float32Array.from(grads[weight.name]!.dataSync())])),
  };
}
