import type { Random } from '../../../shared/domain/random.ts';

/** Draws from Gamma(shape, 1) (Marsaglia and Tsang, 2000). */
export function drawGamma(random: Random, shape: number): number {
  // For a shape below 1: Gamma(shape + 1) times a uniform number to the power of 1 / shape.
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random.float()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = random.normal();
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random.float()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Draws from Beta(a, b). */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  return x / (x + drawGamma(random, b));
}

export const drawExponential = (random: Random, rate: number) => -Math.log(1 - random.float()) / rate;
