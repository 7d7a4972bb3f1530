import { covariance } from '../covariance.ts';
import { minimise } from '../minimise.ts';
import type { PurchaseGroups } from '../purchase-groups.ts';
import type { PurchaseModel } from './purchase-model.ts';

export interface PurchaseFit {
  readonly model: PurchaseModel;
  /** In the order of `model.parameters`. */
  readonly parameters: Float64Array;
  readonly logLikelihood: number;
  readonly converged: boolean;
  /**
   * Covariance of the logarithms of the parameters, the inverse of the observed information; null if the optimum is
   * flat, so that the data do not determine the parameters.
   */
  readonly covariance: readonly Float64Array[] | null;
}

/**
 * Maximum logarithm of a parameter; ends a search whose optimum is at infinity, for example if all customers are alike.
 */
const MAX_LOG = 12;

/**
 * Fits a model by maximum likelihood over the logarithms of its parameters. Tries the model's starting points in order
 * until an optimum determines the parameters; otherwise returns the best optimum. `groups` must have at least one
 * customer.
 */
export function fitPurchases(model: PurchaseModel, groups: PurchaseGroups): PurchaseFit {
  const total = sum(groups.customers);
  const meanT = dot(groups.customers, groups.T) / total;
  const logs = new Float64Array(groups.x.length);
  const cost = (at: Float64Array) => {
    if (at.some((log) => Math.abs(log) > MAX_LOG)) return Number.POSITIVE_INFINITY;
    model.logLikelihoods(at.map(Math.exp), groups, logs);
    return -dot(groups.customers, logs) / total;
  };
  const fits: PurchaseFit[] = [];
  for (const start of model.starts(Math.max(meanT, 1))) {
    const { at, value, converged } = minimise(cost, start.map(Math.log));
    const fit = {
      model,
      parameters: at.map(Math.exp),
      logLikelihood: -value * total,
      converged,
      covariance: covariance(cost, at, total),
    };
    if (fit.converged && fit.covariance) return fit;
    fits.push(fit);
  }
  return fits.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((total, value, i) => total + value * b[i]!, 0);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
