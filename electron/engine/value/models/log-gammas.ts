import { logGamma } from '../../../../shared/domain/log-gamma.ts';

/** Returns logGamma(x + offset) of whole numbers `x`, computed once for each of them. */
export function logGammas(offset: number): (x: number) => number {
  const values: number[] = [];
  return (x) => {
    values[x] ??= logGamma(x + offset);
    return values[x];
  };
}
