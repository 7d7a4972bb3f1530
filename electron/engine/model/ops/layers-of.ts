import type * as tf from '@tensorflow/tfjs-core';

/** Collects the weight and bias of each layer from a kernel's inputs. */
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
