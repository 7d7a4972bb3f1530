import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernels } from '../kernels/register.ts';

/**
 * Mean cross-entropy of the softmax over classes from `first` on (special tokens before it cannot be predicted).
 * logits: (rows, classes); targets: (rows) int32, each ≥ first. A scalar, in nats.
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor1D, first: number): tf.Scalar {
  const loss = tf.customGrad((x, save) => {
    const [losses, dlogits] = runKernels('CrossEntropy', { logits: x as tf.Tensor, targets }, { first });
    (save as tf.GradSaveFunc)([dlogits!]);
    return {
      value: losses!.mean(),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => saved[0]!.mul(dy),
    };
  });
  return loss(logits).asScalar();
}

registerKernel('CrossEntropy', ({ backend, kernels, at }, { logits, targets }, { first }) => {
  const [rows, classes] = logits!.shape as [number, number];
  const losses = backend.makeOutput([rows], 'float32');
  const dlogits = backend.makeOutput([rows, classes], 'float32');
  kernels.crossEntropy(rows, classes, Number(first), at(logits!), at(targets!), at(losses), at(dlogits));
  return [losses, dlogits];
});
