import * as tf from '@tensorflow/tfjs-core';
import { registerReference } from './register.ts';

registerReference('EmbeddingSum', (inputs) => {
  const count = Object.keys(inputs).length / 2;
  return tf.addN(Array.from({ length: count }, (_, i) => tf.gather(inputs[`table${i}`]!, inputs[`ids${i}`]!)));
});
registerReference('EmbeddingSumGrad', (inputs, { sizes }) => {
  const dy = inputs.dy!;
  return (sizes as number[]).map((size, i) =>
    tf.scatterND(inputs[`ids${i}`]!.reshape([-1, 1]), dy, [size, dy.shape[1]!]),
  );
});
