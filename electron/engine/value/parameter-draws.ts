import type { Random } from '../../../shared/domain/random.ts';
import { cholesky } from './covariance.ts';
import type { PurchaseFit } from './models/fit-purchases.ts';

/**
 * Returns a function that draws parameters from the normal approximation of the log-parameters. Without a covariance,
 * it always returns the estimates.
 */
export function parameterDraws({
  parameters,
  covariance,
}: Pick<PurchaseFit, 'parameters' | 'covariance'>): (random: Random) => Float64Array {
  const factor = covariance && cholesky(covariance);
  if (!factor) return () => parameters;
  return (random) => {
    const normals = parameters.map(() => random.normal());
    return parameters.map((value, i) => value * Math.exp(factor[i]!.reduce((sum, l, j) => sum + l * normals[j]!, 0)));
  };
}
