import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernels, type Wasm } from '../kernels/register.ts';

export interface AttentionInputs {
  /** (queries, H). */
  readonly query: tf.Tensor;
  /** (queries) int32, rising, none twice: which position of (B T) each query is. */
  readonly places: tf.Tensor;
  /** (B T, 2 H): keys and values side by side. */
  readonly keyValue: tf.Tensor;
  /** (B, T): 1 where there is a key; each sequence's first position must be one. */
  readonly mask: tf.Tensor;
}

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
 * in memory, in the gradient neither. Gives (queries, H). For the weights themselves: `attentionSoftmax`.
 */
export function attention(inputs: AttentionInputs, options: AttentionOptions): tf.Tensor2D {
  const [queries, width] = inputs.query.shape as [number, number];
  return runKernels('Attention', { ...inputs }, { ...options })[0]!.as2D(queries, width);
}

/** Outputs context and, for the gradient, the logarithm of each sum of exponentials: (queries, heads). */
registerKernel('Attention', (wasm, inputs, attrs) => {
  const { backend, kernels, at, scratch } = wasm;
  const { heads, length, size } = shapeOf(inputs, attrs);
  const context = backend.makeOutput(inputs.query!.shape, 'float32');
  const logSums = backend.makeOutput([inputs.query!.shape[0]!, heads], 'float32');
  const work = scratch(kernels.attentionWork(length, size));
  kernels.attention(...given(wasm, inputs, attrs), at(context), at(logSums), work);
  return [context, logSums];
});
/** Gradients of query and keyValue. */
registerKernel('AttentionGrad', (wasm, inputs, attrs) => {
  const { backend, kernels, at, scratch } = wasm;
  const { length, size } = shapeOf(inputs, attrs);
  const dquery = backend.makeOutput(inputs.query!.shape, 'float32');
  const dkeyValue = backend.makeOutput(inputs.keyValue!.shape, 'float32');
  const [context, logSums, dcontext] = [at(inputs.context!), at(inputs.logSums!), at(inputs.dcontext!)];
  const work = scratch(kernels.attentionGradientWork(length, size));
  const outputs = [at(dquery), at(dkeyValue), work] as const;
  kernels.attentionGradient(...given(wasm, inputs, attrs), context, logSums, dcontext, ...outputs);
  return [dquery, dkeyValue];
});
tf.registerGradient({
  kernelName: 'Attention',
  inputsToSave: ['query', 'places', 'keyValue', 'mask'],
  outputsToSave: [true, true],
  gradFunc: (dy, [query, places, keyValue, mask, context, logSums], attrs) => {
    const dcontext = Array.isArray(dy) ? dy[0]! : dy;
    const inputs = { query: query!, places: places!, keyValue: keyValue!, mask: mask! };
    const saved = { ...inputs, context: context!, logSums: logSums!, dcontext };
    const [dquery, dkeyValue] = runKernels('AttentionGrad', saved, attrs);
    return {
      query: () => dquery!,
      places: () => tf.zerosLike(places!),
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

/** What both ways are told, in the order in which the kernels take it. */
function given({ at }: Wasm, inputs: tf.NamedTensorInfoMap, attrs: tf.NamedAttrMap) {
  const { batch, length, heads, size } = shapeOf(inputs, attrs);
  const { query, places, keyValue, mask } = inputs;
  const options = [attrs.causal === true ? 1 : 0, Number(attrs.rate), Number(attrs.seed)] as const;
  const queries = query!.shape[0]!;
  return [batch, length, heads, size, ...options, queries, at(places!), at(query!), at(keyValue!), at(mask!)] as const;
}
