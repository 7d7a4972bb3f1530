import * as tf from '@tensorflow/tfjs-core';
import { runKernels } from '../../../electron/engine/model/kernels/register.ts';
import { fastest } from '../fastest.ts';
import '../../../electron/engine/model/encoder.ts';
import '../../../electron/engine/model/heads.ts';
import '../../../electron/engine/model/ops/adam.ts';

/** Kernels that read and write a step's numbers once or a few times, with the shapes of a step. */
export interface Pass {
  readonly name: string;
  /** Bytes of inputs and outputs. */
  readonly bytes: number;
  /** Processor seconds. */
  measure(): number;
}

const [ROWS, WIDTH, INNER, ITEMS] = [3200, 64, 256, 3421];
const [SEQUENCES, HEADS, LENGTH] = [32, 2, 100];
/** Fields, segment and position. */
const TABLES = 10;
const ADAM = { count: 1, rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, clipNorm: 1, decayFactor: 1 };

export function passes(): Pass[] {
  const [x, wide] = [tf.randomNormal([ROWS, WIDTH]), tf.randomNormal([ROWS, INNER])];
  const [gamma, stats] = [tf.ones([WIDTH]), tf.randomUniform([ROWS, 2])];
  const table = tf.randomNormal([ITEMS, WIDTH]);
  const [first, second] = [tf.zerosLike(table), tf.onesLike(table)];
  const ids = tf.randomUniform([ROWS], 5, ITEMS, 'int32');
  const scores = tf.randomNormal([SEQUENCES, HEADS, LENGTH, LENGTH]);
  const mask = tf.ones([SEQUENCES, LENGTH]);
  const dropped = { rate: 0.1, seed: 7 };
  return [
    pass('layer norm', 'LayerNorm', { x, gamma, beta: gamma }, { epsilon: 1e-12 }),
    pass('layer norm, gradient', 'LayerNormGrad', { x, gamma, stats, dy: x }),
    pass('dropout', 'PortraitDropout', { x: wide }, dropped),
    pass('dropout with a residual', 'AddDropped', { shortcut: x, x }, dropped),
    pass('embedding', 'Lookup', { table, ids }),
    pass('embedding, gradient', 'LookupGrad', { dy: x, ids }, { size: ITEMS }),
    pass('sum of embeddings', 'EmbeddingSum', { ...each('table', table), ...each('ids', ids) }),
    pass('sum of embeddings, gradient', 'EmbeddingSumGrad', { dy: x, ...each('ids', ids) }, { sizes: sizesOf(ITEMS) }),
    pass('bias', 'AddBias', { x: wide, bias: tf.ones([INNER]) }),
    pass('bias, gradient', 'ColumnSums', { x: wide }),
    pass('softmax of attention that is asked for', 'AttentionSoftmax', { scores, mask }, { scale: 0.2, causal: false }),
    pass('its gradient', 'AttentionSoftmaxGrad', { weights: scores, dweights: scores }, { scale: 0.2 }),
    pass('Adam', 'Adam', { 'weight.0': table, 'gradient.0': table, 'first.0': first, 'second.0': second }, ADAM),
  ];
}

const each = (name: string, tensor: tf.Tensor) =>
  Object.fromEntries(Array.from({ length: TABLES }, (_, i) => [`${name}${i}`, tensor]));
const sizesOf = (items: number) => new Array<number>(TABLES).fill(items);

function pass(name: string, kernel: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap = {}): Pass {
  const sizes = (tensors: tf.Tensor[]) => tensors.reduce((sum, { size }) => sum + size, 0);
  const run = () => tf.tidy(() => sizes(runKernels(kernel, inputs, attrs)));
  return { name, bytes: 4 * (sizes(Object.values(inputs)) + run()), measure: () => fastest(run) };
}
