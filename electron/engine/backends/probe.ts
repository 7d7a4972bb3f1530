import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import type { BackendReport } from '../../../shared/contract/backends.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { errorShape, PortraitError } from '../../../shared/errors.ts';
import { backends } from '../model/backends/index.ts';
import { registerReferenceKernels } from '../model/ops/reference/index.ts';
import { relativeDifference, stepNumbers } from './step-numbers.ts';
import { stepRate } from './step-rate.ts';

/**
 * Maximum relative error of a training step, as a share of the largest number: some hundred rounding errors in single
 * precision.
 */
const TOLERANCE = 1e-4;

/**
 * Starts a backend in this thread, compares a training step's numbers with those of TensorFlow.js's plain CPU backend,
 * and times such steps; a GPU emulated in software is not timed, since it is never chosen. Never rejects.
 */
export async function probe(name: BackendName): Promise<BackendReport> {
  const emptyFinding = { name, device: null, software: false, rate: null };
  try {
    const { description: device, software, limitation: lacks } = await backends[name].start();
    const finding = { ...emptyFinding, device, software };
    try {
      const backendNumbers = stepNumbers();
      const difference = relativeDifference(await referenceNumbers(), backendNumbers);
      // Written so that NaN counts as wrong.
      if (!(difference <= TOLERANCE)) throw wrongNumbers(difference);
      await backends[name].start();
      return { ...finding, rate: software ? null : await stepRate(), error: lacks ? errorShape(lacks) : null };
    } catch (error) {
      return { ...finding, error: errorShape(error) };
    }
  } catch (error) {
    return { ...emptyFinding, error: errorShape(error) };
  }
}

async function referenceNumbers() {
  registerReferenceKernels('cpu');
  await tf.setBackend('cpu');
  return stepNumbers();
}

function wrongNumbers(difference: number): PortraitError {
  const share = `${(100 * difference).toPrecision(2)} %`;
  return new PortraitError({
    code: 'BACKEND_WRONG',
    message: `A training step gives wrong results there, by ${share} of the largest value.`,
    hint: 'Update the driver and measure again. Until then, another backend is used.',
    details: { off: difference },
  });
}
