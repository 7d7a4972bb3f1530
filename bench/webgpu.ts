import { stepNumbers } from '../electron/engine/backends/step-numbers.ts';
import { startWebgpu } from '../electron/engine/model/backends/webgpu/start.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench } from './row.ts';
import { differenceRows } from './support/step-numbers.ts';

/**
 * Largest difference between a training step's numbers on the GPU and those of the WebAssembly kernels, with the same
 * weights and dropout.
 */
const bench: Bench = async () => {
  await startWasm();
  const wasmNumbers = stepNumbers();
  const { description, software } = await startWebgpu();
  return differenceRows(wasmNumbers, stepNumbers(), `${description}${software ? ' (software)' : ''}`);
};
export default bench;
