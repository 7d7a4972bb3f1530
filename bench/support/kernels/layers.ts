import * as tf from '@tensorflow/tfjs-core';
import { attention } from '../../../electron/engine/model/ops/attention.ts';
import { dense, denseGelu } from '../../../electron/engine/model/ops/dense.ts';
import { tiedCrossEntropy } from '../../../electron/engine/model/ops/tied-cross-entropy.ts';
import { fastest } from '../fastest.ts';
import type { Product } from './products.ts';

const [BATCH, LENGTH, WIDTH, INNER, ITEMS, MASKED] = [32, 100, 64, 256, 3421, 480];
const ROWS = BATCH * LENGTH;

/**
 * Operations that consist mainly of matrix products; only the products are counted, including those of the gradients.
 */
export function layers(): Product[] {
  const x = tf.randomNormal<tf.Rank.R2>([ROWS, WIDTH]);
  const keyValue = tf.randomNormal([ROWS, 2 * WIDTH]);
  const [positions, mask] = [tf.range(0, ROWS, 1, 'int32'), tf.ones([BATCH, LENGTH])];
  const attend = (query: tf.Tensor, keys: tf.Tensor) =>
    attention({ query, positions, keyValue: keys, mask }, { heads: 2, causal: false, rate: 0.1, seed: 7 });
  const [weight, wide] = [tf.randomNormal([WIDTH, WIDTH], 0, 0.1), tf.randomNormal([WIDTH, INNER], 0, 0.1)];
  const [bias, wideBias] = [tf.zeros([WIDTH]), tf.zeros([INNER])];
  const [expected, items] = [x.slice([0, 0], [MASKED, WIDTH]), tf.randomNormal([ITEMS, WIDTH])];
  const itemBias = tf.zeros([ITEMS]);
  const targets = tf.randomUniform<tf.Rank.R1>([MASKED], 5, ITEMS, 'int32');
  const pairs = 2 * BATCH * LENGTH ** 2 * WIDTH;
  return [
    layer(`attention, ${BATCH} × ${LENGTH} × ${WIDTH}`, 2 * pairs, () => attend(x, keyValue)),
    layer('attention with its gradients', 7 * pairs, () => gradients([x, keyValue], ([q, k]) => attend(q!, k!))),
    layer(`dense, ${ROWS} × ${WIDTH} × ${WIDTH}`, 2 * ROWS * WIDTH ** 2, () => dense(x, [{ weight, bias }])),
    layer('dense with its gradients', 6 * ROWS * WIDTH ** 2, () =>
      gradients([x, weight, bias], ([q, w, b]) => dense(q!, [{ weight: w!, bias: b! }])),
    ),
    layer(`dense with GELU, ${ROWS} × ${INNER} × ${WIDTH}`, 2 * ROWS * WIDTH * INNER, () =>
      denseGelu(x, { weight: wide, bias: wideBias }),
    ),
    layer('dense with GELU and its gradients', 6 * ROWS * WIDTH * INNER, () =>
      gradients([x, wide, wideBias], ([q, w, b]) => denseGelu(q!, { weight: w!, bias: b! })),
    ),
    layer(`cross-entropy with its gradients, ${MASKED} × ${ITEMS} × ${WIDTH}`, 6 * MASKED * ITEMS * WIDTH, () =>
      gradients([expected, items, itemBias], ([e, table, b]) =>
        tiedCrossEntropy(e!.as2D(MASKED, WIDTH), { table: table!, bias: b! }, targets, { first: 5, smoothing: 0 }),
      ),
    ),
  ];
}

function layer(name: string, operations: number, run: () => tf.Tensor | tf.Tensor[]): Product {
  return { name, operations, measure: () => fastest(() => tf.tidy(() => void run())) };
}

function gradients(inputs: tf.Tensor[], of: (inputs: tf.Tensor[]) => tf.Tensor): tf.Tensor[] {
  return tf.grads((...variables) => of(variables))(inputs);
}
