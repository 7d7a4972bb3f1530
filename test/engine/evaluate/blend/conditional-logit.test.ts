import { describe, expect, it } from 'vitest';
import {
  type Choice,
  fitConditionalLogit,
  type LogitOptions,
} from '../../../../electron/engine/evaluate/blend/conditional-logit.ts';
import { Random } from '../../../../shared/domain/random.ts';

const ALTERNATIVES = 5;

/** Choices of people who follow the logit model with the weights of their group. */
function simulatedChoices(weights: readonly number[][], count: number, seed: number): Choice[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, i) => {
    const own = weights[i % weights.length]!;
    const features = Float64Array.from({ length: ALTERNATIVES * own.length }, () => random.normal());
    const utility = (row: number) =>
      own.reduce((sum, weight, f) => sum + weight * features[row * own.length + f]!, 0) -
      Math.log(-Math.log(random.float()));
    const utilities = Array.from({ length: ALTERNATIVES }, (_, row) => utility(row));
    return { features, chosen: utilities.indexOf(Math.max(...utilities)), group: i % weights.length };
  });
}

/** Log-likelihood minus the penalty, computed from the definition. */
function penalisedLikelihood(choices: readonly Choice[], shared: number[], groups: number[][], options: LogitOptions) {
  let sum = 0;
  for (const { features, chosen, group } of choices) {
    const exps = Array.from({ length: features.length / shared.length }, (_, row) =>
      Math.exp(shared.reduce((u, w, f) => u + (w + groups[group]![f]!) * features[row * shared.length + f]!, 0)),
    );
    sum += Math.log(exps[chosen]! / exps.reduce((a, b) => a + b));
  }
  const squares = (of: number[]) => of.reduce((total, value) => total + value * value, 0);
  return sum - (options.ridge / 2) * squares(shared) - (options.groupRidge / 2) * squares(groups.flat());
}

describe('a conditional logit model', () => {
  it('recovers the weights that made the choices', () => {
    const choices = simulatedChoices([[1.5, -0.8, 0]], 6000, 3);
    const [weights] = fitConditionalLogit(choices, { features: 3, groups: 1, ridge: 1e-3, groupRidge: 1e6 });
    for (const [f, weight] of [1.5, -0.8, 0].entries()) expect(Math.abs(weights![f]! - weight)).toBeLessThan(0.08);
  });

  it('recovers different weights of two groups', () => {
    const choices = simulatedChoices(
      [
        [1, 0.5],
        [-1, 0.5],
      ],
      8000,
      4,
    );
    const [first, second] = fitConditionalLogit(choices, { features: 2, groups: 2, ridge: 0.1, groupRidge: 0.1 });
    expect(first![0]).toBeGreaterThan(0.85);
    expect(second![0]).toBeLessThan(-0.85);
    expect(Math.abs(first![1]! - second![1]!)).toBeLessThan(0.15);
  });

  it('has no better weights nearby', () => {
    const options = { features: 2, groups: 2, ridge: 1, groupRidge: 4 };
    const choices = simulatedChoices(
      [
        [1, 0.5],
        [0.2, -0.5],
      ],
      200,
      5,
    );
    const weights = fitConditionalLogit(choices, options);
    // The penalty is least where the shared weight is groupRidge / (ridge + groups × groupRidge) × the sum of weights.
    const shared = [0, 1].map((f) => (4 / (1 + 2 * 4)) * (weights[0]![f]! + weights[1]![f]!));
    const value = (change: number[]) =>
      penalisedLikelihood(
        choices,
        shared.map((w, f) => w + change[f]!),
        weights.map((of, g) => shared.map((w, f) => of[f]! - w + change[2 + 2 * g + f]!)),
        options,
      );
    const best = value([0, 0, 0, 0, 0, 0]);
    for (let i = 0; i < 6; i++) {
      for (const step of [1e-3, -1e-3]) {
        expect(value(Array.from({ length: 6 }, (_, j) => (i === j ? step : 0)))).toBeLessThan(best);
      }
    }
  });

  it('gives all groups the same weights under a large penalty on their differences', () => {
    const choices = simulatedChoices(
      [
        [1, 0.5],
        [-1, 0.5],
      ],
      400,
      6,
    );
    const [first, second] = fitConditionalLogit(choices, { features: 2, groups: 2, ridge: 1, groupRidge: 1e9 });
    expect(first![0]).toBeCloseTo(second![0]!, 5);
  });

  it('stays finite where a feature separates all choices', () => {
    const choices = Array.from({ length: 50 }, () => ({ features: Float64Array.of(1, 0), chosen: 0, group: 0 }));
    const [weights] = fitConditionalLogit(choices, { features: 1, groups: 1, ridge: 1, groupRidge: 10 });
    expect(weights![0]).toBeGreaterThan(1);
    expect(weights![0]).toBeLessThan(20);
  });
});
