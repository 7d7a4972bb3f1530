import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { applyHead, poolFirst } from '../../../electron/engine/model/heads.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { initialWeights, type Weights, weightShapes } from '../../../electron/engine/model/weights.ts';
import { Random } from '../../../shared/domain/random.ts';
import { distance, normals, slopes } from './numeric.ts';

const [B, T, H] = [3, 5, 8];
const states = normals(B * T * H, 1);
const config = EncoderConfig.parse({ width: H, heads: 2, sizes: { item: 9 } });

let weights: Weights;
beforeAll(async () => {
  await startWasm();
  const shapes = weightShapes(config, { pooler: true, heads: { gender: 2, spend: 1 } });
  weights = initialWeights(shapes, new Random(1));
});

function read(of: (hidden: tf.Tensor3D) => tf.Tensor): { shape: number[]; values: Float32Array } {
  const y = tf.tidy(() => of(tf.tensor3d(states, [B, T, H])));
  const values = Float32Array.from(y.dataSync());
  y.dispose();
  return { shape: y.shape, values };
}

/** Checks the gradient with respect to the hidden states against finite differences. */
function expectSlopes(of: (hidden: tf.Tensor3D) => tf.Tensor): void {
  const loss = (hidden: tf.Tensor) => {
    const y = of(hidden.as3D(B, T, H));
    return y.mul(tf.tensor(normals(y.size, 2), y.shape)).sum();
  };
  tf.tidy(() => {
    const gradient = tf
      .grad(loss)(tf.tensor3d(states, [B, T, H]))
      .dataSync();
    const value = (x: Float32Array) => tf.tidy(() => loss(tf.tensor3d(x, [B, T, H])).dataSync()[0]!);
    expect(distance(gradient, slopes(value, states))).toBeLessThan(5e-3);
  });
}

describe('pooling', () => {
  it('of the first position is a dense layer with tanh, as in BERT', () => {
    const { shape, values } = read((hidden) => poolFirst(weights, hidden));
    expect(shape).toEqual([B, H]);
    const w = weights['pooler.weight']!.dataSync();
    const plain = Array.from({ length: B * H }, (_, at) => {
      const [b, j] = [Math.floor(at / H), at % H];
      return Math.tanh(
        Array.from({ length: H }, (_, i) => states[b * T * H + i]! * w[i * H + j]!).reduce((x, y) => x + y),
      );
    });
    expect(distance(values, plain)).toBeLessThan(1e-5);
    expectSlopes((hidden) => poolFirst(weights, hidden));
  });
});

describe('an output head', () => {
  it('has as many scores per sequence as outputs', () => {
    for (const [name, outputs] of [
      ['gender', 2],
      ['spend', 1],
    ] as const) {
      expect(read((hidden) => applyHead(weights, name, poolFirst(weights, hidden))).shape).toEqual([B, outputs]);
    }
    expectSlopes((hidden) => applyHead(weights, 'gender', poolFirst(weights, hidden)));
  });

  it('is named in the error if its weights are missing', () => {
    expect(() => read((hidden) => applyHead(weights, 'age', poolFirst(weights, hidden)))).toThrow('age.weight');
  });
});
