import * as tf from '@tensorflow/tfjs-core';
import { isRecordingGradients, registerKernel, runKernel, runKernels } from '../kernels/register.ts';
import { layersOf } from './layers-of.ts';

/** weight: (inputs, outputs); bias: (outputs). */
export interface Layer {
  readonly weight: tf.Tensor;
  readonly bias: tf.Tensor;
}

/** Applies each layer to x (rows, inputs) and concatenates the outputs: (rows, outputs of all). */
export function dense(x: tf.Tensor, layers: readonly Layer[]): tf.Tensor2D {
  const outputs = layers.map(({ weight }) => weight.shape[1]!);
  const denseOp = tf.customGrad((...args) => {
    const save = args.at(-1) as tf.GradSaveFunc;
    const [input, ...parts] = args.slice(0, -1) as tf.Tensor[];
    save([input!, ...parts]);
    return {
      value: runKernel('Dense', kernelInputs(input!, parts)),
      gradFunc: (dy: tf.Tensor, [saved, ...weights]: tf.Tensor[]) =>
        runKernels('DenseGrad', { ...kernelInputs(saved!, weights), dy }),
    };
  });
  const total = outputs.reduce((sum, width) => sum + width, 0);
  return denseOp(x, ...layers.flatMap(({ weight, bias }) => [weight, bias])).as2D(x.shape[0]!, total);
}

/**
 * GELU(x W + b) (Hendrycks and Gimpel, 2016; with the exact normal distribution function, as in BERT): (rows, outputs).
 */
export function denseGelu(x: tf.Tensor, { weight, bias }: Layer): tf.Tensor2D {
  const withSlope = isRecordingGradients();
  // A custom gradient instead of a registered one: TensorFlow.js would allocate zeros as the upstream gradient of the
  // slope output, which nothing uses.
  const denseGeluOp = tf.customGrad((...args) => {
    const save = args.at(-1) as tf.GradSaveFunc;
    const [input, w, b] = args as tf.Tensor[];
    const [y, slope] = runKernels('DenseGelu', { x: input!, weight: w!, bias: b! }, { withSlope });
    if (slope) save([input!, w!, slope]);
    return {
      value: y!,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
        const [savedX, savedWeight, savedSlope] = saved as Three<tf.Tensor>;
        return runKernels('DenseGeluGrad', { x: savedX, weight: savedWeight, slope: savedSlope, dy });
      },
    };
  });
  return denseGeluOp(x, weight, bias).as2D(x.shape[0]!, weight.shape[1]!);
}

/** Names x and the alternating weights and biases as kernel inputs. */
function kernelInputs(x: tf.Tensor, parts: readonly tf.Tensor[]): Record<string, tf.Tensor> {
  return { x, ...Object.fromEntries(parts.map((part, i) => [`${i % 2 === 0 ? 'weight' : 'bias'}${i >> 1}`, part])) };
}

registerKernel('Dense', ({ backend, kernels, at, scratch }, inputs) => {
  const [rows, width] = inputs.x!.shape as [number, number];
  const layers = layersOf(inputs);
  const total = layers.reduce((sum, { weight }) => sum + weight.shape[1]!, 0);
  const y = backend.makeOutput([rows, total], 'float32');
  let to = at(y);
  for (const { weight, bias } of layers) {
    const outputs = weight.shape[1]!;
    const work = scratch(kernels.denseWork(outputs));
    kernels.dense(rows, width, outputs, at(inputs.x!), at(weight), at(bias), to, total, work);
    to += 4 * outputs;
  }
  return y;
});
/** Outputs the gradient of x, then of each layer's weight and bias. */
registerKernel('DenseGrad', ({ backend, kernels, at, scratch }, inputs) => {
  const [rows, width] = inputs.x!.shape as [number, number];
  const total = inputs.dy!.shape[1]!;
  const dx = backend.makeOutput([rows, width], 'float32');
  let from = at(inputs.dy!);
  const gradients = layersOf(inputs).map(({ weight, bias }, i) => {
    const outputs = weight.shape[1]!;
    const work = scratch(kernels.denseWork(outputs));
    const [dweight, dbias] = [backend.makeOutput(weight.shape, 'float32'), backend.makeOutput(bias.shape, 'float32')];
    const [x, w, accumulate] = [at(inputs.x!), at(weight), i > 0 ? 1 : 0];
    kernels.denseGradient(rows, width, outputs, x, w, from, total, at(dx), accumulate, at(dweight), at(dbias), work);
    from += 4 * outputs;
    return [dweight, dbias];
  });
  return [dx, ...gradients.flat()];
});
/** The second output is GELU's derivative, all that the backward pass needs; omitted unless gradients are recorded. */
registerKernel('DenseGelu', ({ backend, kernels, at, scratch }, { x, weight, bias }, { withSlope }) => {
  const [rows, width] = x!.shape as [number, number];
  const outputs = weight!.shape[1]!;
  const y = backend.makeOutput([rows, outputs], 'float32');
  const slope = withSlope ? backend.makeOutput([rows, outputs], 'float32') : null;
  const work = scratch(kernels.denseWork(outputs));
  kernels.denseGelu(rows, width, outputs, at(x!), at(weight!), at(bias!), at(y), slope ? at(slope) : 0, work);
  return slope ? [y, slope] : [y];
});
registerKernel('DenseGeluGrad', ({ backend, kernels, at, scratch }, { x, weight, slope, dy }) => {
  const [rows, width] = x!.shape as [number, number];
  const outputs = weight!.shape[1]!;
  const shapes = [x!.shape, weight!.shape, [outputs]];
  const [dx, dweight, dbias] = shapes.map((shape) => backend.makeOutput(shape, 'float32')) as Three<tf.TensorInfo>;
  const work = scratch(kernels.denseWork(outputs));
  const [p, w, d, s] = [at(x!), at(weight!), at(dy!), at(slope!)];
  kernels.denseGeluGradient(rows, width, outputs, p, w, d, s, at(dx), at(dweight), at(dbias), work);
  return [dx, dweight, dbias];
});
type Three<T> = [T, T, T];
