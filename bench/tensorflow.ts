import { stepNumbers } from '../electron/engine/backends/step-numbers.ts';
import { startTensorflow } from '../electron/engine/model/backends/tensorflow/start.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench, Row } from './row.ts';
import { differenceRows } from './support/step-numbers.ts';
import { BEHAVIOURS, describeStep, type StepTime, stepTime, WIDTHS } from './support/training-step.ts';

/**
 * Compares a training step on TensorFlow with the WebAssembly kernels on one thread: the largest difference of their
 * numbers, and their rates by wall time and by processor time. `support/build-tensorflow.ts` builds the package where
 * it cannot be installed.
 */
const bench: Bench = async () => {
  await startWasm();
  const wasmNumbers = stepNumbers();
  const wasmTimes = WIDTHS.map(stepTime);
  const { description } = await startTensorflow();
  const rates = WIDTHS.flatMap((width, i) => rateRows(width, wasmTimes[i]!, stepTime(width)));
  return [...differenceRows(wasmNumbers, stepNumbers(), description), ...rates];
};
export default bench;

function rateRows(width: number, wasm: StepTime, tensorflow: StepTime): Row[] {
  const row = (unit: string, of: keyof StepTime): Row => ({
    case: `${describeStep(width)}, TensorFlow`,
    figure: BEHAVIOURS / tensorflow[of],
    unit,
    peer: 'WebAssembly, 1 thread',
    peerFigure: BEHAVIOURS / wasm[of],
    ratio: wasm[of] / tensorflow[of],
  });
  return [row('behaviours/s', 'clock'), row('behaviours/CPU s', 'cpu')];
}
