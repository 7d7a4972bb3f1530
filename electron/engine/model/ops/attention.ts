import * as tf from '@tensorflow/tfjs-core';
import { registerKernel, runKernels } from '../kernels/register.ts';
import type { Wasm } from '../kernels/wasm.ts';

export interface AttentionInputs {
  /** (queries, H). */
  readonly query: tf.Tensor;
  /** (queries) int32, strictly ascending: index into (B T) of each query. */
  readonly positions: tf.Tensor;
  /** (B T, 2 H): keys and values, concatenated. */
  readonly keyValue: tf.Tensor;
  /** (B, T): 1 where there is a key; the first position of each sequence must be one. */
  readonly mask: tf.Tensor;
}

export interface AttentionOptions {
  readonly heads: number;
  /** Whether a position attends only to itself and earlier positions. */
  readonly causal: boolean;
  /**
   * Dropout rate and seed of the attention weights; the same weights are dropped as by `dropout` on the full weight
   * matrix.
   */
  readonly rate: number;
  readonly seed: number;
}

/**
 * Scaled dot-product attention (Vaswani et al., 2017) in blocks of queries (Dao et al., 2022): the full weight matrix
 * is never in memory, neither in the forward pass nor in the gradient. Returns (queries, H). For the weights
 * themselves, use `attentionSoftmax`.
 */
export function attention(inputs: AttentionInputs, options: AttentionOptions): tf.Tensor2D {
  const [queries, width] = inputs.query.shape as [number, number];
  return runKernels('Attention', { ...inputs }, { ...options })[0]!.as2D(queries, width);
}

/** Outputs the context and, for the gradient, the logarithm of each query's sum of exponentials: (queries, heads). */
registerKernel('Attention', (wasm, inputs, attrs) => {
  const { backend, kernels, at, scratch } = wasm;
  const { heads, length, size } = shapeOf(inputs, attrs);
  const context = backend.makeOutput(inputs.query!.shape, 'float32');
  const logSums = backend.makeOutput([inputs.query!.shape[0]!, heads], 'float32');
  const work = scratch(kernels.attentionWork(length, size));
  kernels.attention(...commonArguments(wasm, inputs, attrs), at(context), at(logSums), work);
  return [context, logSums];
});
/** Outputs the gradients of query and keyValue. */
registerKernel('AttentionGrad', (wasm, inputs, attrs) => {
  const { backend, kernels, at, scratch } = wasm;
  const { length, size } = shapeOf(inputs, attrs);
  const dquery = backend.makeOutput(inputs.query!.shape, 'float32');
  const dkeyValue = backend.makeOutput(inputs.keyValue!.shape, 'float32');
  const [context, logSums, dcontext] = [at(inputs.context!), at(inputs.logSums!), at(inputs.dcontext!)];
  const work = scratch(kernels.attentionGradientWork(length, size));
  const outputs = [at(dquery), at(dkeyValue), work] as const;
  kernels.attentionGradient(...commonArguments(wasm, inputs, attrs), context, logSums, dcontext, ...outputs);
  return [dquery, dkeyValue];
});
tf.registerGradient({
  kernelName: 'Attention',
  inputsToSave: ['query', 'positions', 'keyValue', 'mask'],
  outputsToSave: [true, true],
  gradFunc: (dy, [query, positions, keyValue, mask, context, logSums], attrs) => {
    const dcontext = Array.isArray(dy) ? dy[0]! : dy;
    const inputs = { query: query!, positions: positions!, keyValue: keyValue!, mask: mask! };
    const saved = { ...inputs, context: context!, logSums: logSums!, dcontext };
    const [dquery, dkeyValue] = runKernels('AttentionGrad', saved, attrs);
    return {
      query: () => dquery!,
      positions: () => tf.zerosLike(positions!),
      keyValue: () => dkeyValue!,
      mask: () => tf.zerosLike(mask!),
    };
  },
});

function shapeOf({ mask, query }: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap) {
  const [batch, length] = mask!.shape as [number, number];
  const heads = Number(attrs.heads);
  return { batch, length, heads, size: query!.shape[1]! / heads };
}

/** Leading arguments shared by the forward and the gradient kernel, in their order. */
function commonArguments({ at }: Wasm, inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap) {
  const { batch, length, heads, size } = shapeOf(inputs, attrs);
  const { query, positions, keyValue, mask } = inputs;
  const options = [attrs.causal === true ? 1 : 0, Number(attrs.rate), Number(attrs.seed)] as const;
  const queries = query!.shape[0]!;
  return [
    batch,
    length,
    heads,
    size,
    ...options,
    queries,
    at(positions!),
    at(query!),
    at(keyValue!),
    at(mask!),
  ] as const;
}
