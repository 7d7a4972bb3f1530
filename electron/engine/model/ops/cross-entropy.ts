import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernels } from '../kernels/register.ts';

/**
 * Mean cross-entropy of the softmax over classes from `first` on (special tokens before it cannot be predicted).
 * logits: (rows, classes); targets: (rows) int32, each ≥ first; smoothing: the share of each target's probability that is
 * spread evenly over all classes (Szegedy et al., 2016). A scalar, in nats.
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor1D, first: number, smoothing = 0): tf.Scalar {
  const loss = tf.customGrad((x, save) => {
    const [losses, dlogits] = runKernels('CrossEntropy', { logits: x as tf.Tensor, targets }, { first, smoothing });
    (save as tf.GradSaveFunc)([dlogits!]);
    return {
      value: losses!.mean(),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => saved[0]!.mul(dy),
    };
  });
  return loss(logits).asScalar();
}

registerKernel('CrossEntropy', ({ backend, kernels, at }, { logits, targets }, { first, smoothing }) => {
  const [rows, classes] = logits!.shape as [number, number];
  const losses = backend.makeOutput([rows], 'float32');
  const dlogits = backend.makeOutput([rows, classes], 'float32');
  kernels.crossEntropy(
    rows,
    classes,
    Number(first),
    Number(smoothing),
    at(logits!),
    at(targets!),
    at(losses),
    at(dlogits),
  );
  return [losses, dlogits];
});
