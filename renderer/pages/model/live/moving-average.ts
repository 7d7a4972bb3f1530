import type { Curve } from '../../../../shared/domain/curve.ts';

/** A running mean that forgets: the loss of single batches jumps, and the eye looks for where it goes. */
export function smoothed(curve: Curve, memory = 0.9): Curve {
  let mean = 0;
  let weight = 0;
  return curve.map(([x, y]) => {
    mean = memory * mean + (1 - memory) * y;
    weight = memory * weight + (1 - memory);
    return [x, mean / weight] as const;
  });
}
