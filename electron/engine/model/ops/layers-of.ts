import type * as tf from '@tensorflow/tfjs';

/** Weight and bias of each layer that a kernel was given. */
export function layersOf<T extends tf.TensorInfo>(
  inputs: Readonly<Record<string, T | undefined>>,
): { weight: T; bias: T }[] {
  const layers: { weight: T; bias: T }[] = [];
  for (let i = 0; ; i++) {
    const [weight, bias] = [inputs[`weight${i}`], inputs[`bias${i}`]];
    if (!weight || !bias) return layers;
    layers.push({ weight, bias });
  }
}
