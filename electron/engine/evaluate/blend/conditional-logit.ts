import { solveInPlace } from '../baselines/cholesky.ts';

/** One choice among alternatives. */
export interface Choice {
  /** (alternatives × features), row-major. */
  readonly features: Float64Array;
  /** Row of the chosen alternative. */
  readonly chosen: number;
  /** Index of the chooser’s group. */
  readonly group: number;
}

export interface LogitOptions {
  /** Number of features. */
  readonly features: number;
  readonly groups: number;
  /** L2 penalty on the shared weights. */
  readonly ridge: number;
  /** L2 penalty on each group's difference from the shared weights. */
  readonly groupRidge: number;
}

const MAX_ITERATIONS = 50;
const MAX_HALVINGS = 30;
/** Convergence tolerance of Newton’s method: minimum increase of the penalised log-likelihood per choice, in nats. */
const TOLERANCE = 1e-8;

/**
 * Fits a conditional logit model (McFadden, 1974): the probability of an alternative is the softmax of its features
 * times the weights of the chooser's group. A group's weights are shared weights plus a difference, both with an L2
 * penalty, fitted by Newton's method with step halving. Returns the weights of each group.
 */
export function fitConditionalLogit(
  choices: readonly Choice[],
  options: LogitOptions,
  tick = () => {},
): Float64Array[] {
  const size = options.features * (1 + options.groups);
  let parameters: Float64Array = new Float64Array(size);
  let current = likelihood(choices, parameters, options);
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    tick();
    const { gradient, hessian } = derivatives(choices, parameters, options);
    solveInPlace(hessian, gradient);
    const next = lineSearch(choices, parameters, gradient, current, options);
    if (!next) break;
    const rise = next.value - current;
    [parameters, current] = [next.parameters, next.value];
    if (rise < TOLERANCE * choices.length) break;
  }
  return Array.from({ length: options.groups }, (_, group) => groupWeights(parameters, group, options.features));
}

/** Returns the utility of each alternative: its features (alternatives × features) times the weights of a group. */
export function utilities(features: Float64Array, weights: Float64Array): Float64Array {
  const count = weights.length;
  const result = new Float64Array(features.length / count);
  for (let row = 0; row < result.length; row++) {
    let sum = 0;
    for (let f = 0; f < count; f++) sum += weights[f]! * features[row * count + f]!;
    result[row] = sum;
  }
  return result;
}

/** Halves the Newton step until the likelihood improves, and returns the new weights; null if no step improves it. */
function lineSearch(
  choices: readonly Choice[],
  parameters: Float64Array,
  step: Float64Array,
  current: number,
  options: LogitOptions,
) {
  for (let halving = 0, factor = 1; halving < MAX_HALVINGS; halving++, factor /= 2) {
    const trial = parameters.map((value, i) => value + factor * step[i]!);
    const value = likelihood(choices, trial, options);
    if (value > current) return { parameters: trial, value };
  }
  return null;
}

/** Penalised log-likelihood, in nats. */
function likelihood(choices: readonly Choice[], parameters: Float64Array, options: LogitOptions): number {
  let sum = 0;
  for (const { features, chosen, group } of choices) {
    const values = utilities(features, groupWeights(parameters, group, options.features));
    sum += values[chosen]! - logSumExp(values);
  }
  parameters.forEach((value, i) => {
    sum -= 0.5 * penaltyOf(i, options) * value * value;
  });
  return sum;
}

/** Gradient of the penalised log-likelihood, and its negative Hessian (lower triangle). */
function derivatives(choices: readonly Choice[], parameters: Float64Array, options: LogitOptions) {
  const { features: d } = options;
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  for (const choice of choices) {
    const { mean, covariance, chosen } = moments(choice, groupWeights(parameters, choice.group, d), d);
    const start = d * (1 + choice.group);
    for (let i = 0; i < d; i++) {
      const slope = chosen[i]! - mean[i]!;
      gradient[i]! += slope;
      gradient[start + i]! += slope;
      for (let j = 0; j < d; j++) {
        const value = covariance[i * d + j]!;
        hessian[i * size + j]! += value;
        hessian[(start + i) * size + j]! += value;
        hessian[(start + i) * size + start + j]! += value;
      }
    }
  }
  for (let i = 0; i < size; i++) {
    gradient[i]! -= penaltyOf(i, options) * parameters[i]!;
    hessian[i * size + i]! += penaltyOf(i, options);
  }
  return { gradient, hessian };
}

/** Mean and covariance of the features under the model's probabilities, and the features of the chosen alternative. */
function moments({ features, chosen }: Choice, weights: Float64Array, d: number) {
  const values = utilities(features, weights);
  const total = logSumExp(values);
  const mean = new Float64Array(d);
  const covariance = new Float64Array(d * d);
  values.forEach((value, row) => {
    const probability = Math.exp(value - total);
    for (let i = 0; i < d; i++) {
      const weighted = probability * features[row * d + i]!;
      mean[i]! += weighted;
      for (let j = 0; j < d; j++) covariance[i * d + j]! += weighted * features[row * d + j]!;
    }
  });
  for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) covariance[i * d + j]! -= mean[i]! * mean[j]!;
  return { mean, covariance, chosen: features.subarray(chosen * d, (chosen + 1) * d) };
}

function groupWeights(parameters: Float64Array, group: number, features: number): Float64Array {
  const start = features * (1 + group);
  return Float64Array.from({ length: features }, (_, f) => parameters[f]! + parameters[start + f]!);
}

const penaltyOf = (index: number, { features, ridge, groupRidge }: LogitOptions) =>
  index < features ? ridge : groupRidge;

function logSumExp(values: Float64Array): number {
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) max = Math.max(max, value);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - max);
  return max + Math.log(sum);
}
