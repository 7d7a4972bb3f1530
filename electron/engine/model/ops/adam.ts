import * as tf from '@tensorflow/tfjs-core';
import { registerKernel, runKernels } from '../kernels/register.ts';

/** Trainable weight with its gradient and Adam's two moments, all of the same shape. */
export interface TrainableWeight {
  readonly weight: tf.Variable;
  readonly gradient: tf.Tensor;
  readonly first: tf.Variable;
  readonly second: tf.Variable;
}

/** Hyperparameters of one step; a type alias, since an interface is not assignable to a kernel's attributes. */
export type AdamStep = {
  /** Learning rate, including the bias corrections of both moments. */
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Maximum global norm of the gradients; larger gradients are scaled down together. */
  readonly clipNorm: number;
  /** Weight decay factor: weights of more than one dimension are multiplied by it before the update. */
  readonly decayFactor: number;
};

/** Kernel inputs per weight, named by kind and index: `weight.0`, `gradient.0`, … */
export const ADAM_INPUTS = ['weight', 'gradient', 'first', 'second'] as const;
const ROW_INTS = 6;

/**
 * Applies one step of Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019) and gradient
 * norm clipping (Pascanu et al., 2013) to all weights at once. Nothing is read back from the backend.
 */
export function adamStep(trainables: readonly TrainableWeight[], step: AdamStep): void {
  const inputs = trainables.flatMap((trainable, i) =>
    ADAM_INPUTS.map((part) => [`${part}.${i}`, trainable[part]] as const),
  );
  tf.tidy(() => {
    const updated = runKernels('Adam', Object.fromEntries(inputs), { ...step, count: trainables.length });
    trainables.forEach(({ weight, first, second }, i) => {
      [weight, first, second].forEach((variable, part) => {
        variable.assign(updated[3 * i + part]!);
      });
    });
  });
}

/** Updates weights and moments in place: each output shares the memory of its input. */
registerKernel('Adam', ({ backend, kernels, at, scratch }, inputs, attrs) => {
  const count = Number(attrs.count);
  const table = scratch(4 * ROW_INTS * count);
  const rows = new Int32Array(backend.wasm.asm.memory.buffer, table, ROW_INTS * count);
  const updated: tf.TensorInfo[] = [];
  for (let i = 0; i < count; i++) {
    const [weight, gradient, first, second] = ADAM_INPUTS.map((part) => inputs[`${part}.${i}`]!);
    const { shape } = weight!;
    const decays = shape.length > 1 ? 1 : 0;
    rows.set([tf.util.sizeFromShape(shape), at(weight!), at(gradient!), at(first!), at(second!), decays], ROW_INTS * i);
    updated.push(weight!, first!, second!);
  }
  const [rate, beta1, beta2, epsilon] = [attrs.rate, attrs.beta1, attrs.beta2, attrs.epsilon].map(Number);
  kernels.adam(count, table, rate!, beta1!, beta2!, epsilon!, Number(attrs.clipNorm), Number(attrs.decayFactor));
  return updated.map(({ dataId, shape, dtype }) => {
    backend.incRef(dataId);
    return { dataId, shape, dtype };
  });
});
