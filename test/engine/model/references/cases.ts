import * as tf from '@tensorflow/tfjs-core';
import { ADAM_INPUTS } from '../../../../electron/engine/model/ops/adam.ts';
import { runReference } from '../../../../electron/engine/model/ops/reference/index.ts';
import { normals } from '../numeric.ts';

/** Inputs of a kernel test; `rows`, `width` and `seed` are random. */
export interface KernelCase {
  readonly name: string;
  inputs(rows: number, width: number, seed: number): Record<string, tf.Tensor>;
  readonly attrs?: tf.NamedAttrMap;
  /** Tolerance, for outputs of about 1 in size. */
  readonly within: number;
}

const random = (shape: number[], seed: number) => tf.tensor(normals(tf.util.sizeFromShape(shape), seed), shape);
/** (n) int32 from `from` to `to` (exclusive), with repeats. */
const integers = (n: number, from: number, to: number, seed: number) =>
  tf.tensor1d(
    Int32Array.from({ length: n }, (_, i) => from + ((i * 7 + Math.abs(seed % 1000)) % (to - from))),
    'int32',
  );

/** (2, keys): 1 for the leading keys of each sequence, at least the first. */
function keyMask(keys: number, seed: number): tf.Tensor {
  const lengths = [1 + (Math.abs(seed % 1000) % keys), keys];
  return tf.tensor2d(lengths.map((length) => Array.from({ length: keys }, (_, k) => (k < length ? 1 : 0))));
}

/** Two sequences, three heads; one sequence is padded, and every second position is a query. */
function attentionInputs(length: number, size: number, seed: number) {
  const positions = tf.range(0, 2 * length, 2, 'int32');
  return {
    query: random([positions.size, 3 * size], seed),
    positions,
    keyValue: random([2 * length, 6 * size], seed + 1),
    mask: keyMask(length, seed),
  };
}

/** Weight and bias of a dense layer, named as kernel inputs by its number. */
function layer(inputs: number, outputs: number, seed: number, number = 0): Record<string, tf.Tensor> {
  return {
    [`weight${number}`]: random([inputs, outputs], seed + 1 + number),
    [`bias${number}`]: random([outputs], seed + 2 + number),
  };
}

function normInputs(rows: number, width: number, seed: number) {
  return { x: random([rows, width], seed), gamma: random([width], seed + 1) };
}

/** A matrix and a bias with their gradients and moments, named as the Adam kernel's inputs. */
function adamInputs(rows: number, width: number, seed: number): Record<string, tf.Tensor> {
  const entries = [[rows, width], [width]].flatMap((shape, i) =>
    ADAM_INPUTS.map((part, p): [string, tf.Tensor] => {
      const values = random(shape, seed + ADAM_INPUTS.length * i + p);
      return [`${part}.${i}`, part === 'second' ? values.square() : values];
    }),
  );
  return Object.fromEntries(entries);
}

/** Fewer classes than the kernel's tile size, about as many, and more. */
const CLASSES = [1, 3, 6, 8, 100, 239, 240, 241, 500];

function scoredInputs(rows: number, width: number, classes: number, seed: number) {
  return {
    expected: random([rows, width], seed),
    table: random([classes, width], seed + 1),
    bias: random([classes], seed + 2),
  };
}

/** Mean and reciprocal standard deviation of each row. */
function statsOf(x: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, -1, true);
  return tf.concat([mean, variance.add(1e-3).rsqrt()], 1);
}

export const kernelCases: readonly KernelCase[] = [
  ...[0.5, 1000].map((clipNorm) => ({
    name: 'Adam',
    inputs: adamInputs,
    attrs: { count: 2, rate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-3, clipNorm, decayFactor: 0.8 },
    within: 2e-5,
  })),
  {
    name: 'AddBias',
    inputs: (rows, width, seed) => ({ x: random([rows, width], seed), bias: random([width], seed + 1) }),
    within: 1e-6,
  },
  { name: 'ColumnSums', inputs: (rows, width, seed) => ({ x: random([rows, width], seed) }), within: 1e-4 },
  ...[false, true].map((causal) => ({
    name: 'AttentionSoftmax',
    inputs: (rows: number, _width: number, seed: number) => ({
      scores: random([2, 3, rows, rows], seed),
      mask: keyMask(rows, seed),
    }),
    attrs: { scale: 0.7, causal },
    within: 2e-6,
  })),
  {
    name: 'AttentionSoftmaxGrad',
    inputs: (rows, width, seed) => ({
      weights: tf.softmax(random([2, 3, rows, width], seed)),
      dweights: random([2, 3, rows, width], seed + 1),
    }),
    attrs: { scale: 0.7 },
    within: 1e-5,
  },
  ...[0, 0.2].flatMap((smoothing) =>
    [0, 5].flatMap((first) =>
      [1, 7, 300].map((blockRows) => ({
        name: 'TiedCrossEntropy',
        inputs: (rows: number, width: number, seed: number) => ({
          ...scoredInputs(rows, width, first + CLASSES[Math.abs(seed) % CLASSES.length]!, seed),
          targets: integers(rows, first, first + CLASSES[Math.abs(seed) % CLASSES.length]!, seed),
        }),
        attrs: { first, smoothing, gradients: true, blockRows },
        within: 2e-5,
      })),
    ),
  ),
  {
    name: 'TiedCrossEntropy',
    inputs: (rows, width, seed) => ({
      ...scoredInputs(rows, width, 505, seed),
      targets: integers(rows, 5, 505, seed),
    }),
    attrs: { first: 5, smoothing: 0.1, gradients: false, blockRows: 7 },
    within: 2e-5,
  },
  ...[true, false].map((gradients) => ({
    name: 'SharedCrossEntropy',
    inputs: (rows: number, width: number, seed: number) => {
      const classes = CLASSES[Math.abs(seed) % CLASSES.length]!;
      return {
        ...scoredInputs(rows, width, classes, seed),
        targetScores: random([rows], seed + 3),
        ids: tf.range(0, classes, 1, 'int32'),
        targets: integers(rows, 0, classes + 3, seed),
      };
    },
    attrs: { gradients, blockRows: 7 },
    within: 2e-5,
  })),
  ...[0.1, 0.5].map((rate) => ({
    name: 'PortraitDropout',
    inputs: (rows: number, width: number, seed: number) => ({ x: random([rows, width], seed) }),
    attrs: { rate, seed: -1_234_567 },
    within: 2e-6,
  })),
  ...[0.1, 0.5].map((rate) => ({
    name: 'AddDropped',
    inputs: (rows: number, width: number, seed: number) => ({
      shortcut: random([rows, width], seed + 1),
      x: random([rows, width], seed),
    }),
    attrs: { rate, seed: -1_234_567 },
    within: 2e-6,
  })),
  {
    name: 'Dense',
    inputs: (rows, width, seed) => ({
      x: random([rows, width], seed),
      ...layer(width, 5, seed),
      ...layer(width, 9, seed, 1),
    }),
    within: 1e-5,
  },
  {
    name: 'DenseGrad',
    inputs: (rows, width, seed) => ({
      x: random([rows, width], seed),
      ...layer(width, 5, seed),
      ...layer(width, 9, seed, 1),
      dy: random([rows, 14], seed + 3),
    }),
    within: 1e-5,
  },
  ...[true, false].map((withSlope) => ({
    name: 'DenseGelu',
    inputs: (rows: number, width: number, seed: number) => ({
      x: random([rows, width], seed),
      weight: random([width, rows], seed + 1),
      bias: random([rows], seed + 2),
    }),
    attrs: { withSlope },
    within: 1e-5,
  })),
  {
    name: 'DenseGeluGrad',
    inputs: (rows, width, seed) => ({
      x: random([rows, width], seed),
      weight: random([width, 7], seed + 1),
      slope: random([rows, 7], seed + 2),
      dy: random([rows, 7], seed + 3),
    }),
    within: 1e-5,
  },
  ...[
    { causal: false, rate: 0 },
    { causal: true, rate: 0.3 },
  ].map((options) => ({
    name: 'Attention',
    inputs: (rows: number, width: number, seed: number) => attentionInputs(rows, width, seed),
    attrs: { heads: 3, seed: 77, ...options },
    within: 1e-5,
  })),
  ...[
    { causal: false, rate: 0 },
    { causal: true, rate: 0.3 },
  ].map((options) => ({
    name: 'AttentionGrad',
    inputs: (rows: number, width: number, seed: number) => {
      const given = attentionInputs(rows, width, seed);
      const [context, logSums] = runReference('Attention', given, { heads: 3, seed: 77, ...options });
      return { ...given, context: context!, logSums: logSums!, dcontext: random(context!.shape, seed + 1) };
    },
    attrs: { heads: 3, seed: 77, ...options },
    within: 2e-5,
  })),
  {
    name: 'LayerNorm',
    inputs: (rows, width, seed) => ({ ...normInputs(rows, width, seed), beta: random([width], seed + 2) }),
    attrs: { epsilon: 1e-3 },
    within: 2e-4,
  },
  {
    name: 'LayerNormGrad',
    inputs: (rows, width, seed) => {
      const { x, gamma } = normInputs(rows, width, seed);
      return { x, gamma, stats: statsOf(x), dy: random([rows, width], seed + 2) };
    },
    within: 5e-4,
  },
  {
    name: 'EmbeddingSum',
    inputs: (rows, width, seed) => ({
      table0: random([width, 6], seed),
      ids0: integers(rows, 0, width, seed),
      table1: random([9, 6], seed + 1),
      ids1: integers(rows, 0, 9, seed + 1),
    }),
    within: 1e-6,
  },
  {
    name: 'EmbeddingSumGrad',
    inputs: (rows, width, seed) => ({
      dy: random([rows, width], seed),
      ids0: integers(rows, 0, 40, seed),
      ids1: integers(rows, 0, 2, seed + 1),
    }),
    attrs: { sizes: [40, 2] },
    within: 1e-5,
  },
  {
    name: 'Lookup',
    inputs: (rows, width, seed) => ({ table: random([width, 6], seed), ids: integers(rows, 0, width, seed) }),
    within: 0,
  },
  {
    name: 'LookupGrad',
    inputs: (rows, width, seed) => ({ dy: random([rows, 6], seed), ids: integers(rows, 0, width, seed) }),
    attrs: { size: 40 },
    within: 1e-5,
  },
];
