import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runKernels } from '../../../../electron/engine/model/kernels/register.ts';
import { referenceNames, runReference } from '../../../../electron/engine/model/ops/reference/index.ts';
import { inEveryBuild } from '../builds.ts';
import { distance } from '../numeric.ts';
import { kernelCases } from './cases.ts';
import '../../../../electron/engine/model/encoder.ts';
import '../../../../electron/engine/model/heads.ts';
import '../../../../electron/engine/model/ops/adam.ts';
import '../../../../electron/engine/model/ops/tied-cross-entropy.ts';

inEveryBuild(() => {
  describe('a kernel matches its reference in plain operations:', () => {
    it.each(kernelCases.map((one) => [`${one.name} ${JSON.stringify(one.attrs ?? {})}`, one] as const))(
      '%s',
      (_name, { name, inputs, attrs, within }) => {
        fc.assert(
          fc.property(
            fc.integer({ min: 1, max: 17 }),
            fc.integer({ min: 1, max: 39 }),
            fc.integer(),
            (rows, width, seed) => {
              tf.tidy(() => {
                const kernelInputs = inputs(rows, width, seed);
                // Runs first, because a kernel may update its inputs in place.
                const plain = runReference(name, kernelInputs, attrs);
                const outputs = runKernels(name, kernelInputs, attrs);
                expect(outputs.map(({ shape }) => shape)).toEqual(plain.map(({ shape }) => shape));
                outputs.forEach((one, i) => {
                  expect(distance(one.dataSync(), plain[i]!.dataSync())).toBeLessThanOrEqual(
                    within * largest(plain[i]!),
                  );
                });
              });
            },
          ),
          { numRuns: 60 },
        );
      },
    );

    it('every one', () => {
      const testedKernels = new Set(kernelCases.map(({ name }) => name));
      const wasmKernels = tf.getKernelsForBackend('wasm').map(({ kernelName }) => kernelName);
      expect(referenceNames().filter((name) => !testedKernels.has(name))).toEqual([]);
      expect(referenceNames().filter((name) => !wasmKernels.includes(name))).toEqual([]);
    });
  });
});

/** Largest absolute value, at least 1: the scale for differences. */
function largest(values: tf.Tensor): number {
  return Math.max(1, values.abs().max().dataSync()[0]!);
}
