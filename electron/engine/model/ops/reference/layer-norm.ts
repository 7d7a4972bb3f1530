import * as tf from '@tensorflow/tfjs-core';
import { registerReference } from './register.ts';

registerReference('LayerNorm', ({ x, gamma, beta }, { epsilon }) => {
  const mean = x!.mean(-1, true);
  const centred = x!.sub(mean);
  const scale = centred.square().mean(-1, true).add(Number(epsilon)).rsqrt();
  const stats = tf.concat([mean.reshape([-1, 1]), scale.reshape([-1, 1])], 1);
  return [centred.mul(scale).mul(gamma!).add(beta!), stats];
});
registerReference('LayerNormGrad', ({ x, gamma, stats, dy }) => {
  const width = x!.shape.at(-1)!;
  const rows = x!.size / width;
  const upstream = dy!.reshape([rows, width]);
  const [mean, scale] = [stats!.slice([0, 0], [rows, 1]), stats!.slice([0, 1], [rows, 1])];
  const normed = x!.reshape([rows, width]).sub(mean).mul(scale);
  const g = upstream.mul(gamma!);
  const dx = g
    .sub(g.mean(1, true))
    .sub(normed.mul(g.mul(normed).mean(1, true)))
    .mul(scale);
  return [dx.reshape(x!.shape), upstream.mul(normed).sum(0), upstream.sum(0)];
});
