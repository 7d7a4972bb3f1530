/**
 * Times a training step of the same encoder in plain TensorFlow.js operations on its own wasm backend, without our kernels,
 * in a process of its own, and prints its median in processor seconds as JSON. What that backend lacks (the gradient of a lookup) is
 * made of what it has.
 */
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs';
import { z } from 'zod';
import { EncoderConfig } from '../../electron/engine/model/config.ts';
import { initialWeights, weightShapes } from '../../electron/engine/model/weights.ts';
import { FIELDS } from '../../electron/engine/sequence/fields.ts';
import { Random } from '../../shared/domain/random.ts';

const Shape = z.object({
  batch: z.number(),
  length: z.number(),
  width: z.number(),
  heads: z.number(),
  layers: z.number(),
  sizes: z.array(z.number()),
  masked: z.number(),
  steps: z.number(),
  dropout: z.number(),
});
const shape = Shape.parse(JSON.parse(process.argv[2] ?? '{}'));
const { batch: B, length: T, width: H, heads: A } = shape;

await tf.setBackend('wasm');
const sizes = Object.fromEntries(FIELDS.map((field, i) => [field, shape.sizes[i]!]));
const items = sizes.item!;
const config = EncoderConfig.parse({ ...shape, inner: 4 * H, sizes });
const weights = initialWeights(weightShapes(config), new Random(1));
const used = Object.entries(weights).filter(([name]) => !name.startsWith('head.bias.') || name === 'head.bias.item');
const variables = used.map(([, weight]) => weight);
const w = (name: string): tf.Tensor => weights[name]!;

function lookup(table: tf.Tensor, ids: tf.Tensor1D): tf.Tensor {
  const found = tf.customGrad((t) => ({
    value: (t as tf.Tensor).gather(ids),
    gradFunc: (dy: tf.Tensor) => tf.scatterND(ids.expandDims(1), dy, table.shape as [number, number]),
  }));
  return found(table);
}

const dense = (name: string, x: tf.Tensor) =>
  tf.matMul(x as tf.Tensor2D, w(`${name}.weight`) as tf.Tensor2D).add(w(`${name}.bias`));
const drop = (x: tf.Tensor) => tf.dropout(x, shape.dropout);
const gelu = (x: tf.Tensor) => x.mul(x.mul(Math.SQRT1_2).erf().add(1)).mul(0.5);
function norm(name: string, x: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, -1, true);
  return x
    .sub(mean)
    .mul(variance.add(1e-12).rsqrt())
    .mul(w(`${name}.gamma`))
    .add(w(`${name}.beta`));
}

function attend(name: string, x: tf.Tensor): tf.Tensor {
  const heads = (part: string) =>
    dense(`${name}.${part}`, x)
      .reshape([B, T, A, H / A])
      .transpose([0, 2, 1, 3]);
  const scores = tf.matMul(heads('query'), heads('key'), false, true).mul(1 / Math.sqrt(H / A));
  const context = tf.matMul(drop(tf.softmax(scores)), heads('value'));
  return dense(`${name}.output`, context.transpose([0, 2, 1, 3]).reshape([B * T, H]));
}

const random = new Random(2);
const ids = (count: number, size: number) =>
  tf.tensor1d(
    Int32Array.from({ length: count }, () => random.integer(size)),
    'int32',
  );
const tokens = shape.sizes.map((size) => ids(B * T, size));
const positions = tf.tensor1d(
  Int32Array.from({ length: B * T }, (_, i) => i % T),
  'int32',
);
const segments = ids(B * T, 2);
const rows = tf.tensor1d(
  Int32Array.from({ length: shape.masked }, (_, i) => i * Math.floor((B * T) / shape.masked)),
  'int32',
);
const targets = tf.oneHot(ids(shape.masked, items), items);

function loss(): tf.Scalar {
  const tables = FIELDS.map((field, i) => lookup(w(`embeddings.${field}`), tokens[i]!));
  const places = lookup(w('embeddings.position'), positions);
  let x = drop(norm('embeddings.norm', tf.addN([...tables, places, lookup(w('embeddings.segment'), segments)])));
  for (let l = 0; l < config.layers; l++) {
    x = norm(`layer.${l}.attention.norm`, x.add(drop(attend(`layer.${l}.attention`, x))));
    x = norm(`layer.${l}.norm`, x.add(drop(dense(`layer.${l}.output`, gelu(dense(`layer.${l}.inner`, x))))));
  }
  const transformed = norm('head.norm', gelu(dense('head.transform', lookup(x, rows))));
  const logits = tf.matMul(transformed as tf.Tensor2D, w('embeddings.item') as tf.Tensor2D, false, true);
  return crossEntropy(logits.add(w('head.bias.item')));
}

/** The softmax's own gradient: the backend has no LogSoftmax. */
function crossEntropy(logits: tf.Tensor): tf.Scalar {
  const mean = tf.customGrad((x, save) => {
    const shares = tf.softmax(x as tf.Tensor);
    (save as tf.GradSaveFunc)([shares]);
    return {
      value: targets
        .mul(shares.add(1e-30).log())
        .sum()
        .mul(-1 / shape.masked),
      gradFunc: (dy: tf.Tensor, [saved]: tf.Tensor[]) => saved!.sub(targets).mul(dy.mul(1 / shape.masked)),
    };
  });
  return mean(logits).asScalar();
}

const adam = tf.train.adam(1e-3);
const times = Array.from({ length: shape.steps + 3 }, () => {
  const started = process.cpuUsage();
  tf.tidy(() => {
    const { value, grads } = tf.variableGrads(loss, variables);
    adam.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
    value.dataSync();
  });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
});
const seconds = times.slice(3).sort((a, b) => a - b)[shape.steps >> 1];
process.stdout.write(JSON.stringify({ seconds, version: tf.version_core }));
