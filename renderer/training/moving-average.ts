import type { Curve } from '../../shared/domain/curve.ts';

/**
 * Returns the exponential moving average of a curve with bias correction, since the loss of single batches is noisy.
 */
export function exponentialMovingAverage(curve: Curve, decay = 0.9): Curve {
  let mean = 0;
  let weight = 0;
  return curve.map(([x, y]) => {
    mean = decay * mean + (1 - decay) * y;
    weight = decay * weight + (1 - decay);
    return [x, mean / weight] as const;
  });
}
