import { relativeDifference, type StepNumbers } from '../../electron/engine/backends/step-numbers.ts';
import type { Row } from '../row.ts';

/**
 * Rows with the differences between a peer's numbers of a training step and those of WebAssembly, with the same weights
 * and dropout.
 */
export function differenceRows(wasm: StepNumbers, peerNumbers: StepNumbers, peer: string): Row[] {
  const row = (what: string, names: readonly string[]): Row => ({
    case: `${what}, furthest from WebAssembly's`,
    figure: relativeDifference(wasm, peerNumbers, names),
    unit: 'of the largest',
    peer,
    peerFigure: null,
    ratio: null,
  });
  const weights = Object.keys(wasm).filter((weight) => weight !== 'loss');
  return [row('loss of a step', ['loss']), row(`gradients of ${weights.length} weights`, weights)];
}
