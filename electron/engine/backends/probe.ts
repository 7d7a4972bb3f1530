import * as tf from '@tensorflow/tfjs';
import type { BackendFinding } from '../../../shared/contract/backends.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';
import { errorShape, PortraitError } from '../../../shared/errors.ts';
import { backends } from '../model/backends/index.ts';
import { putReferencesInto } from '../model/ops/reference/index.ts';
import { apart, stepNumbers } from './step-numbers.ts';
import { stepRate } from './step-rate.ts';

/** How far numbers may be from plain ones, beside the largest of them: some hundred roundings in single precision. */
const TOLERANCE = 1e-4;

/**
 * Starts a backend in this thread, compares a training step's numbers with those of TensorFlow.js's plain backend, and times
 * such steps; a processor that plays a GPU is not timed, since it is not to be chosen. Never rejects.
 */
export async function probe(name: BackendName): Promise<BackendFinding> {
  const nothing = { name, device: null, software: false, rate: null };
  try {
    const { description: device, software, lacks } = await backends[name].start();
    const found = { ...nothing, device, software };
    try {
      const own = stepNumbers();
      const off = apart(await plainNumbers(), own);
      // A number that is none is neither near nor far.
      if (!(off <= TOLERANCE)) throw wrong(off);
      await backends[name].start();
      return { ...found, rate: software ? null : await stepRate(), error: lacks ? errorShape(lacks) : null };
    } catch (error) {
      return { ...found, error: errorShape(error) };
    }
  } catch (error) {
    return { ...nothing, error: errorShape(error) };
  }
}

async function plainNumbers() {
  putReferencesInto('cpu');
  await tf.setBackend('cpu');
  return stepNumbers();
}

function wrong(off: number): PortraitError {
  const share = `${(100 * off).toPrecision(2)} %`;
  return new PortraitError({
    code: 'BACKEND_WRONG',
    message: `A training step’s numbers come out wrong there, by ${share} of the largest.`,
    hint: 'Update the driver and measure again; until then something else computes.',
    details: { off },
  });
}
