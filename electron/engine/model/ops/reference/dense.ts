import * as tf from '@tensorflow/tfjs-core';
import { layersOf } from '../layers-of.ts';
import { registerReference } from './register.ts';

registerReference('Dense', (inputs) =>
  tf.concat(
    layersOf(inputs).map(({ weight, bias }) => layer(inputs.x!, weight, bias)),
    1,
  ),
);
registerReference('DenseGrad', (inputs) => {
  const x = inputs.x! as tf.Tensor2D;
  const layers = layersOf(inputs);
  const widths = layers.map(({ weight }) => weight.shape[1]!);
  const parts = tf.split(inputs.dy! as tf.Tensor2D, widths, 1);
  const dx = tf.addN(layers.map(({ weight }, i) => tf.matMul(parts[i]!, weight as tf.Tensor2D, false, true)));
  return [dx, ...parts.flatMap((part) => [tf.matMul(x, part, true, false), part.sum(0)])];
});
registerReference('DenseGelu', ({ x, weight, bias }, { withSlope }) => {
  const inner = layer(x!, weight!, bias!);
  const cdf = phi(inner);
  if (!withSlope) return [inner.mul(cdf)];
  const density = inner
    .square()
    .mul(-0.5)
    .exp()
    .div(Math.sqrt(2 * Math.PI));
  return [inner.mul(cdf), cdf.add(inner.mul(density))];
});
registerReference('DenseGeluGrad', ({ x, weight, slope, dy }) => {
  const dinner = dy!.mul(slope!) as tf.Tensor2D;
  const dx = tf.matMul(dinner, weight! as tf.Tensor2D, false, true);
  return [dx, tf.matMul(x! as tf.Tensor2D, dinner, true, false), dinner.sum(0)];
});

function layer(x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor): tf.Tensor2D {
  return tf.matMul(x as tf.Tensor2D, weight as tf.Tensor2D).add(bias);
}

/** Cumulative distribution function of the standard normal distribution. */
function phi(x: tf.Tensor): tf.Tensor {
  return x.mul(Math.SQRT1_2).erf().add(1).mul(0.5);
}
