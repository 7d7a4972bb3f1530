import * as tf from '@tensorflow/tfjs';
import { runKernels } from '../../../electron/engine/model/kernels/register.ts';
import { fastest } from '../fastest.ts';
import type { Product } from './products.ts';
import '../../../electron/engine/model/encoder.ts';

const [BATCH, LENGTH, WIDTH, INNER] = [32, 100, 64, 256];
const ROWS = BATCH * LENGTH;
const ATTENTION = { heads: 2, causal: false, rate: 0.1, seed: 7 };

/** Operations that are products with something between them; only the products count. */
export function layers(): Product[] {
  const [x, inner] = [tf.randomNormal([ROWS, WIDTH]), tf.randomNormal([ROWS, INNER])];
  const [weight, bias] = [tf.randomNormal([WIDTH, INNER], 0, 0.1), tf.zeros([INNER])];
  const [weight0, bias0] = [tf.randomNormal([WIDTH, WIDTH], 0, 0.1), tf.zeros([WIDTH])];
  const [projected, mask] = [tf.randomNormal([ROWS, 3 * WIDTH]), tf.ones([BATCH, LENGTH])];
  const [context, logSums] = runKernels('Attention', { projected, mask }, ATTENTION);
  const weighing = { projected, mask, context: context!, logSums: logSums!, dcontext: x };
  const attended = 4 * BATCH * LENGTH ** 2 * WIDTH;
  return [
    layer(`attention, ${BATCH} × ${LENGTH} × ${WIDTH}`, attended, 'Attention', { projected, mask }, ATTENTION),
    layer('attention, gradient', 2.5 * attended, 'AttentionGrad', weighing, ATTENTION),
    layer(`dense, ${ROWS} × ${WIDTH} × ${WIDTH}`, 2 * ROWS * WIDTH ** 2, 'Dense', { x, weight0, bias0 }),
    layer('dense, gradient', 4 * ROWS * WIDTH ** 2, 'DenseGrad', { x, weight0, bias0, dy: x }),
    layer(`dense with GELU, ${ROWS} × ${INNER} × ${WIDTH}`, 2 * ROWS * WIDTH * INNER, 'DenseGelu', { x, weight, bias }),
    layer('dense with GELU, gradient', 4 * ROWS * WIDTH * INNER, 'DenseGeluGrad', {
      x,
      weight,
      slope: inner,
      dy: inner,
    }),
  ];
}

function layer(
  name: string,
  operations: number,
  kernel: string,
  inputs: Record<string, tf.Tensor>,
  attrs: tf.NamedAttrMap = {},
): Product {
  const run = () => tf.dispose(runKernels(kernel, inputs, attrs));
  return { name, operations, measure: () => fastest(run) };
}
