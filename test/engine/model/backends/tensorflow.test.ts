import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backends } from '../../../../electron/engine/model/backends/index.ts';
import { findPackage } from '../../../../electron/engine/model/backends/tensorflow/find-package.ts';
import { runKernels } from '../../../../electron/engine/model/kernels/register.ts';
import '../../../../electron/engine/model/ops/tied-cross-entropy.ts';
import { relativeDifference, stepNumbers } from '../../../../electron/engine/backends/step-numbers.ts';
import { testFolder } from '../../../support/folder.ts';
import { distance } from '../numeric.ts';
import { kernelCases } from '../references/cases.ts';

const installed = findPackage() !== null;
if (!installed)
  console.warn('skipped: @tensorflow/tfjs-node is not installed, and PORTRAIT_TENSORFLOW names no folder that has it');

afterEach(async () => {
  vi.unstubAllEnvs();
  await backends.wasm.start();
});

/**
 * A folder with a package of that name containing a file with that text; its copy of `@tensorflow/tfjs-core` has version
 * `own`.
 */
function folderWith(name: string, text: string): string {
  const folder = testFolder();
  write(join(folder, 'node_modules', name), text);
  write(join(folder, 'node_modules', '@tensorflow', 'tfjs-core'), 'exports.version_core = "own"');
  return folder;
}

function write(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.js'), text);
}

describe('the package of TensorFlow', () => {
  it.skipIf(installed)('is named in the error if it is not installed', async () => {
    const hint = expect.stringMatching(/npm i @tensorflow\/tfjs-node.*PORTRAIT_TENSORFLOW/);
    await expect(backends.tensorflow.start()).rejects.toMatchObject({ code: 'TENSORFLOW_MISSING', hint });
  });

  it.each(['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'])(
    '%s is found in the folder that PORTRAIT_TENSORFLOW names',
    (name) => {
      const folder = folderWith(name, '');
      vi.stubEnv('PORTRAIT_TENSORFLOW', folder);
      expect(findPackage()).toBe(join(folder, 'node_modules', name, 'index.js'));
    },
  );

  it('that cannot be loaded is reported with the reason', async () => {
    vi.stubEnv('PORTRAIT_TENSORFLOW', folderWith('@tensorflow/tfjs-node', 'throw new Error("no library")'));
    await expect(backends.tensorflow.start()).rejects.toMatchObject({
      code: 'TENSORFLOW_FAILED',
      message: expect.stringContaining('no library'),
      details: { systemMessage: 'no library' },
    });
  });

  it('uses Portrait’s TensorFlow.js instead of its own copy, and type checks that Node removed', async () => {
    const text = `
      const { isArray, isNullOrUndefined } = require('util');
      const checks = [isNullOrUndefined(null), isNullOrUndefined(undefined), isNullOrUndefined(0), isArray([])];
      throw new Error(require('@tensorflow/tfjs-core').version_core + ' ' + checks)`;
    vi.stubEnv('PORTRAIT_TENSORFLOW', folderWith('@tensorflow/tfjs-node', text));
    const systemMessage = `${tf.version_core} true,true,false,true`;
    await expect(backends.tensorflow.start()).rejects.toMatchObject({ details: { systemMessage } });
  });
});

describe.skipIf(!installed)('TensorFlow', () => {
  it('has the loss and the gradients of a training step on WebAssembly', async () => {
    await backends.wasm.start();
    const wasmNumbers = stepNumbers();
    expect(await backends.tensorflow.start()).toMatchObject({ description: expect.stringMatching(/^TensorFlow \d/) });
    expect(tf.getBackend()).toBe('tensorflow');
    const tensorflowNumbers = stepNumbers();
    expect(Object.keys(tensorflowNumbers)).toEqual(Object.keys(wasmNumbers));
    const gradients = Object.keys(wasmNumbers).filter((name) => name !== 'loss');
    expect(relativeDifference(wasmNumbers, tensorflowNumbers, ['loss'])).toBeLessThan(1e-5);
    expect(relativeDifference(wasmNumbers, tensorflowNumbers, gradients)).toBeLessThan(1e-5);
  });

  it.each(kernelCases.map((one) => [`${one.name} ${JSON.stringify(one.attrs ?? {})}`, one] as const))(
    'computes %s like the WebAssembly kernel',
    async (_title, { name, inputs, attrs, within }) => {
      const run = () => tf.tidy(() => runKernels(name, inputs(13, 37, 5), attrs).map((tensor) => tensor.dataSync()));
      await backends.wasm.start();
      const wasmOutputs = run();
      await backends.tensorflow.start();
      const tensorflowOutputs = run();
      expect(tensorflowOutputs.length).toBe(wasmOutputs.length);
      wasmOutputs.forEach((numbers, i) => {
        const largest = Math.max(1, ...Array.from(numbers, Math.abs));
        expect(distance(numbers, tensorflowOutputs[i]!)).toBeLessThanOrEqual(within * largest);
      });
    },
  );
});
