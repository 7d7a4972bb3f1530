import type { PurchaseHistories } from '../purchase-groups.ts';

/** A model of how often customers buy and when they stop. All parameters are positive; times are in weeks. */
export interface PurchaseModel {
  /** Names of the parameters, in the order of every array of parameters. */
  readonly parameters: readonly string[];
  /** Returns starting points of the fit for histories of this mean length in weeks. */
  starts(meanT: number): readonly (readonly number[])[];
  /** Writes the log-likelihood of each history into `out`. */
  logLikelihoods(parameters: Float64Array, histories: PurchaseHistories, out: Float64Array): void;
  /** Returns the probability that each customer still buys at the end of the observation. */
  aliveProbabilities(parameters: Float64Array, histories: PurchaseHistories): Float64Array;
  /** Returns the expected number of purchases of each customer in the `weeks` after the observation. */
  expectedPurchases(parameters: Float64Array, histories: PurchaseHistories, weeks: number): Float64Array;
}

/** Returns the four parameters of a model as a tuple. */
export function parametersOf(values: Float64Array): [number, number, number, number] {
  return [values[0]!, values[1]!, values[2]!, values[3]!];
}
