import type * as tf from '@tensorflow/tfjs';
import { registerReference } from './register.ts';

registerReference('Gelu', ({ x }) => x!.mul(phi(x!)));
registerReference('GeluGrad', ({ x, dy }) => {
  const density = x!
    .square()
    .mul(-0.5)
    .exp()
    .div(Math.sqrt(2 * Math.PI));
  return dy!.mul(phi(x!).add(x!.mul(density)));
});

/** The standard normal's distribution function. */
function phi(x: tf.Tensor): tf.Tensor {
  return x.mul(Math.SQRT1_2).erf().add(1).mul(0.5);
}
