import * as tf from '@tensorflow/tfjs-core';
import { registerReference } from './register.ts';

registerReference('Adam', (inputs, attrs) => {
  const [rate, beta1, beta2] = [Number(attrs.rate), Number(attrs.beta1), Number(attrs.beta2)];
  const clipNorm = Number(attrs.clipNorm);
  const indices = Array.from({ length: Number(attrs.count) }, (_, i) => i);
  const input = (part: string, i: number) => inputs[`${part}.${i}`]!;
  const squares = tf.addN(indices.map((i) => input('gradient', i).square().sum()));
  const clip = tf.scalar(clipNorm).div(squares.sqrt().maximum(clipNorm));
  return indices.flatMap((i) => {
    const gradient = input('gradient', i).mul(clip);
    const first = input('first', i)
      .mul(beta1)
      .add(gradient.mul(1 - beta1));
    const second = input('second', i)
      .mul(beta2)
      .add(gradient.square().mul(1 - beta2));
    const decayed =
      input('weight', i).rank > 1 ? input('weight', i).mul(Number(attrs.decayFactor)) : input('weight', i);
    const step = first.mul(rate).div(second.sqrt().add(Number(attrs.epsilon)));
    return [decayed.sub(step), first, second];
  });
});
