import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernels } from '../kernels/register.ts';

export interface AttentionOptions {
  readonly heads: number;
  /** Whether a position sees only itself and those before it. */
  readonly causal: boolean;
  /** The share of the weights that is dropped, and the seed that says which: those that `dropout` would drop of all weights. */
  readonly rate: number;
  readonly seed: number;
}

/**
 * Scaled dot-product attention (Vaswani et al., 2017) by blocks of queries (Dao et al., 2022): no matrix of all weights is ever
 * in memory, in the gradient neither. projected: (B T, 3 H), queries, keys and values side by side; mask: (B, T), 1 where there
 * is a key, and each sequence's first position must be one. Gives (B T, H). For the weights themselves: `attentionSoftmax`.
 */
export function attention(projected: tf.Tensor2D, mask: tf.Tensor2D, options: AttentionOptions): tf.Tensor2D {
  const [rows, columns] = projected.shape;
  return runKernels('Attention', { projected, mask }, { ...options })[0]!.as2D(rows, columns / 3);
}

registerKernel('Attention', ({ backend, kernels, at, scratch }, { projected, mask }, attrs) => {
  const shape = shapeOf(projected!, mask!, attrs);
  const { batch, length, heads, size } = shape;
  const context = backend.makeOutput([batch * length, heads * size], 'float32');
  const logSums = backend.makeOutput([batch, heads, length], 'float32');
  const work = scratch(kernels.attentionWork(length, size));
  kernels.attention(...numbersOf(shape), at(projected!), at(mask!), at(context), at(logSums), work);
  return [context, logSums];
});
registerKernel('AttentionGrad', (wasm, { projected, mask, context, logSums, dcontext }, attrs) => {
  const { backend, kernels, at, scratch } = wasm;
  const shape = shapeOf(projected!, mask!, attrs);
  const out = backend.makeOutput(projected!.shape, 'float32');
  const work = scratch(kernels.attentionGradientWork(shape.length, shape.size));
  const given = [projected!, mask!, context!, logSums!, dcontext!] as const;
  const [p, m, c, l, d] = given.map(at) as [number, number, number, number, number];
  kernels.attentionGradient(...numbersOf(shape), p, m, c, l, d, at(out), work);
  return out;
});
tf.registerGradient({
  kernelName: 'Attention',
  inputsToSave: ['projected', 'mask'],
  outputsToSave: [true, true],
  gradFunc: (dy, [projected, mask, context, logSums], attrs) => {
    const dcontext = Array.isArray(dy) ? dy[0]! : dy;
    const saved = { projected: projected!, mask: mask!, context: context!, logSums: logSums! };
    return {
      projected: () => runKernels('AttentionGrad', { ...saved, dcontext }, attrs)[0]!,
      mask: () => tf.zerosLike(mask!),
    };
  },
});

interface AttentionShape extends AttentionOptions {
  readonly batch: number;
  readonly length: number;
  /** Width of one head. */
  readonly size: number;
}

function shapeOf(projected: tf.TensorInfo, mask: tf.TensorInfo, attrs: tf.NamedAttrMap): AttentionShape {
  const [batch, length] = mask.shape as [number, number];
  const heads = Number(attrs.heads);
  const size = projected.shape[1]! / 3 / heads;
  return {
    batch,
    length,
    heads,
    size,
    causal: attrs.causal === true,
    rate: Number(attrs.rate),
    seed: Number(attrs.seed),
  };
}

/** In the order in which the kernels take them. */
function numbersOf({ batch, length, heads, size, causal, rate, seed }: AttentionShape) {
  return [batch, length, heads, size, causal ? 1 : 0, rate, seed] as const;
}
