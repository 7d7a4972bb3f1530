import * as tf from '@tensorflow/tfjs';
import { tensorsOf } from '../../ops/reference/register.ts';

/**
 * Has sums of many tensors taken two at a time: the backend's own kernel hands all of them to one program, and more than a
 * program of the GPU may read (often seven) give zeros.
 */
export function addInPairs(): void {
  tf.unregisterKernel('AddN', 'webgpu');
  tf.registerKernel({
    kernelName: 'AddN',
    backendName: 'webgpu',
    kernelFunc: ({ inputs }) =>
      tf.tidy(() => {
        const [first, ...others] = Object.values(tensorsOf(inputs));
        return others.reduce((sum, one) => sum.add(one), first!.clone());
      }),
  });
}
