import * as tf from '@tensorflow/tfjs';
import { registerReference } from './register.ts';

registerReference('Adam', (inputs, attrs) => {
  const [rate, beta1, beta2] = [Number(attrs.rate), Number(attrs.beta1), Number(attrs.beta2)];
  const clipNorm = Number(attrs.clipNorm);
  const places = Array.from({ length: Number(attrs.count) }, (_, i) => i);
  const of = (part: string, i: number) => inputs[`${part}.${i}`]!;
  const squares = tf.addN(places.map((i) => of('gradient', i).square().sum()));
  const clip = tf.scalar(clipNorm).div(squares.sqrt().maximum(clipNorm));
  return places.flatMap((i) => {
    const gradient = of('gradient', i).mul(clip);
    const first = of('first', i)
      .mul(beta1)
      .add(gradient.mul(1 - beta1));
    const second = of('second', i)
      .mul(beta2)
      .add(gradient.square().mul(1 - beta2));
    const kept = of('weight', i).rank > 1 ? of('weight', i).mul(Number(attrs.keep)) : of('weight', i);
    const step = first.mul(rate).div(second.sqrt().add(Number(attrs.epsilon)));
    return [kept.sub(step), first, second];
  });
});
