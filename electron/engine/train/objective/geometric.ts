import type { Random } from '../../../../shared/domain/random.ts';

/** A whole number of at least 1, geometrically distributed with the given mean. */
export function geometric(mean: number, random: Random): number {
  return mean <= 1 ? 1 : 1 + Math.floor(Math.log(1 - random.float()) / Math.log(1 - 1 / mean));
}
