import * as tf from '@tensorflow/tfjs-core';
import { tensorsOf } from '../../ops/reference/register.ts';

/**
 * Replaces the backend's AddN kernel by pairwise addition: the original passes all tensors to one shader, and returns
 * zeros if there are more than a shader may bind (often seven).
 */
export function registerPairwiseAddN(): void {
  tf.unregisterKernel('AddN', 'webgpu');
  tf.registerKernel({
    kernelName: 'AddN',
    backendName: 'webgpu',
    kernelFunc: ({ inputs }) =>
      tf.tidy(() => {
        const [first, ...remaining] = Object.values(tensorsOf(inputs));
        return remaining.reduce((sum, tensor) => sum.add(tensor), first!.clone());
      }),
  });
}
