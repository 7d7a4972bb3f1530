import { apart, type Numbers } from '../../electron/engine/backends/step-numbers.ts';
import type { Row } from '../row.ts';

/** How far a peer's numbers of a training step are from ours, with the same weights and dropout. */
export function apartRows(ours: Numbers, theirs: Numbers, peer: string): Row[] {
  const row = (what: string, names: readonly string[]): Row => ({
    case: `${what}, furthest from WebAssembly's`,
    figure: apart(ours, theirs, names),
    unit: 'of the largest',
    peer,
    peerFigure: null,
    ratio: null,
  });
  const weights = Object.keys(ours).filter((weight) => weight !== 'loss');
  return [row('loss of a step', ['loss']), row(`gradients of ${weights.length} weights`, weights)];
}
