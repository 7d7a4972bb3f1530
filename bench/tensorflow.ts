import { stepNumbers } from '../electron/engine/backends/step-numbers.ts';
import { startTensorflow } from '../electron/engine/model/backends/tensorflow/start.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench, Row } from './row.ts';
import { apartRows } from './support/step-numbers.ts';
import { BEHAVIOURS, describeStep, type StepTime, stepTime, WIDTHS } from './support/training-step.ts';

/**
 * A training step on TensorFlow beside our kernels in WebAssembly on one thread: how far its numbers are apart, and its rate by
 * the clock and for a second of all cores together. Where the package cannot be installed, `support/build-tensorflow.ts` builds it.
 */
const bench: Bench = async () => {
  await startWasm();
  const ours = stepNumbers();
  const times = WIDTHS.map(stepTime);
  const { description } = await startTensorflow();
  const rates = WIDTHS.flatMap((width, i) => rateRows(width, times[i]!, stepTime(width)));
  return [...apartRows(ours, stepNumbers(), description), ...rates];
};
export default bench;

function rateRows(width: number, ours: StepTime, theirs: StepTime): Row[] {
  const row = (unit: string, of: keyof StepTime): Row => ({
    case: `${describeStep(width)}, TensorFlow`,
    figure: BEHAVIOURS / theirs[of],
    unit,
    peer: 'WebAssembly, 1 thread',
    peerFigure: BEHAVIOURS / ours[of],
    ratio: ours[of] / theirs[of],
  });
  return [row('behaviours/s', 'clock'), row('behaviours/CPU s', 'cpu')];
}
