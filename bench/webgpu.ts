import { stepNumbers } from '../electron/engine/backends/step-numbers.ts';
import { startWebgpu } from '../electron/engine/model/backends/webgpu/start.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench } from './row.ts';
import { apartRows } from './support/step-numbers.ts';

/** How far a training step's numbers on the GPU are from those of our kernels in WebAssembly, with the same weights and dropout. */
const bench: Bench = async () => {
  await startWasm();
  const ours = stepNumbers();
  const { description, software } = await startWebgpu();
  return apartRows(ours, stepNumbers(), `${description}${software ? ' (software)' : ''}`);
};
export default bench;
