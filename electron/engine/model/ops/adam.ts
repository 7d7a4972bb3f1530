import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernels } from '../kernels/register.ts';

/** A weight that learns: its gradient, and Adam's two moments of it, all of the weight's shape. */
export interface Learning {
  readonly weight: tf.Variable;
  readonly gradient: tf.Tensor;
  readonly first: tf.Variable;
  readonly second: tf.Variable;
}

/** Numbers of one step; a type, since kernels take nothing that is less open. */
export type AdamStep = {
  /** The learning rate with the corrections of both moments' bias. */
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** The most that the norm of all gradients together may be: beyond it, all are scaled down. */
  readonly clipNorm: number;
  /** What weights of more than one dimension are multiplied by first. */
  readonly keep: number;
};

/** What a kernel is given of each weight, by the name and the weight's place: `weight.0`, `gradient.0`, … */
export const LEARNING = ['weight', 'gradient', 'first', 'second'] as const;
const ROW_INTS = 6;

/**
 * One step of Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019) and the gradients' norm
 * clipped (Pascanu et al., 2013), for all weights at once. Nothing is read back from the backend.
 */
export function adamStep(all: readonly Learning[], step: AdamStep): void {
  const named = all.flatMap((one, i) => LEARNING.map((part) => [`${part}.${i}`, one[part]] as const));
  tf.tidy(() => {
    const changed = runKernels('Adam', Object.fromEntries(named), { ...step, count: all.length });
    all.forEach(({ weight, first, second }, i) => {
      [weight, first, second].forEach((variable, part) => {
        variable.assign(changed[3 * i + part]!);
      });
    });
  });
}

/** Weights and moments change in place: what comes out is a second name of what went in. */
registerKernel('Adam', ({ backend, kernels, at, scratch }, inputs, attrs) => {
  const count = Number(attrs.count);
  const table = scratch(4 * ROW_INTS * count);
  const rows = new Int32Array(backend.wasm.asm.memory.buffer, table, ROW_INTS * count);
  const changed: tf.TensorInfo[] = [];
  for (let i = 0; i < count; i++) {
    const [weight, gradient, first, second] = LEARNING.map((part) => inputs[`${part}.${i}`]!);
    const { shape } = weight!;
    const decays = shape.length > 1 ? 1 : 0;
    rows.set([tf.util.sizeFromShape(shape), at(weight!), at(gradient!), at(first!), at(second!), decays], ROW_INTS * i);
    changed.push(weight!, first!, second!);
  }
  const [rate, beta1, beta2, epsilon] = [attrs.rate, attrs.beta1, attrs.beta2, attrs.epsilon].map(Number);
  kernels.adam(count, table, rate!, beta1!, beta2!, epsilon!, Number(attrs.clipNorm), Number(attrs.keep));
  return changed.map(({ dataId, shape, dtype }) => {
    backend.incRef(dataId);
    return { dataId, shape, dtype };
  });
});
