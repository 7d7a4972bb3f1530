import * as tf from '@tensorflow/tfjs';
import { registerKernel, runKernel, runKernels } from '../kernels/register.ts';

/** Classes that all rows are scored on, and what is added to each one's score. */
export interface Candidates {
  /** (candidates) int32, no two alike. */
  readonly ids: tf.Tensor1D;
  /** (candidates). */
  readonly shifts: tf.Tensor1D;
}

/**
 * Each row's score of its own class, then those of the shared candidates, shifted; a candidate that is the row's own does
 * not count twice. own: (rows); scores: (rows, candidates); targets: (rows) int32. Gives (rows, 1 + candidates).
 * Gradients of own and scores, on the understanding that what comes after is a softmax.
 */
export function joinOwn(
  own: tf.Tensor,
  scores: tf.Tensor,
  { ids, shifts }: Candidates,
  targets: tf.Tensor,
): tf.Tensor2D {
  const joined = tf.customGrad((...given) => {
    const [mine, shared] = given as tf.Tensor[];
    return {
      value: runKernel('JoinOwn', { own: mine!, scores: shared!, ids, shifts, targets }),
      gradFunc: (dout: tf.Tensor) => runKernels('SplitOwn', { dout }),
    };
  });
  return joined(own, scores).as2D(own.size, -1);
}

registerKernel('JoinOwn', ({ backend, kernels, at }, { own, scores, ids, shifts, targets }) => {
  const [rows, n] = scores!.shape as [number, number];
  const out = backend.makeOutput([rows, 1 + n], 'float32');
  kernels.joinOwn(rows, n, at(own!), at(scores!), at(ids!), at(shifts!), at(targets!), at(out));
  return out;
});
registerKernel('SplitOwn', ({ backend, kernels, at }, { dout }) => {
  const [rows, columns] = dout!.shape as [number, number];
  const down = backend.makeOutput([rows], 'float32');
  const dscores = backend.makeOutput([rows, columns - 1], 'float32');
  kernels.splitOwn(rows, columns - 1, at(dout!), at(down), at(dscores));
  return [down, dscores];
});
