import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';

afterEach(async () => {
  await startWasm();
});

/** Remainder of (1 + 2⁻¹²)² - (1 + 2⁻¹¹): 0 if the square is rounded first, else 2⁻²⁴. */
function leftOfRounding(): number {
  const root = 1 + 2 ** -12;
  return tf.tidy(() => tf.matMul(tf.tensor2d([[-1, root]]), tf.tensor2d([[1 + 2 ** -11], [root]])).dataSync()[0]!);
}

describe('the kernels', () => {
  it('use relaxed SIMD where the machine has it, as Node 24 does', async () => {
    expect(await startWasm()).toMatchObject({ build: 'relaxed' });
  });

  it('without relaxed SIMD round each product before adding it', async () => {
    expect(await startWasm(['simd'])).toMatchObject({ build: 'simd' });
    expect(leftOfRounding()).toBe(0);
  });

  it('are replaced by plain operations on a machine that cannot run them, with a reason', async () => {
    const started = await startWasm([]);
    expect(started).toMatchObject({ kernels: null, build: null, reason: { code: 'KERNELS_UNSUPPORTED' } });
    expect(tf.tidy(() => [...tf.matMul(tf.ones([2, 3]), tf.ones([3, 1])).dataSync()])).toEqual([3, 3]);
  });
});
