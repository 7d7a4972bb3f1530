import { logGamma } from '../../../../shared/domain/log-gamma.ts';

/** Returns a function that computes logGamma(x + offset) for integers `x` and caches the results. */
export function logGammas(offset: number): (x: number) => number {
  const values: number[] = [];
  return (x) => {
    values[x] ??= logGamma(x + offset);
    return values[x];
  };
}
