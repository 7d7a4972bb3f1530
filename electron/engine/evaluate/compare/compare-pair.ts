import type { ComparedPair } from '../../../../shared/contract/runs.ts';
import { bootstrapMeans, middle95, userIndicesOf } from '../bootstrap.ts';
import type { Gain } from './model-gains.ts';

/** An evaluated run: the protocol of its evaluation, and its gain in each test case. */
export interface EvaluatedRun {
  readonly run: string;
  /**
   * Split and candidates of the evaluation; only runs with the same protocol are comparable. Null if it has not been
   * evaluated.
   */
  readonly how: string | null;
  readonly gains: ReadonlyMap<string, Gain>;
}

const NOTHING = { users: 0, difference: null, low: null, high: null, better: null };
const SEED = 1;

/** Returns the mean gain of the second run minus that of the first, over the test cases that both have. */
export function comparePair(first: EvaluatedRun, second: EvaluatedRun, tick: () => void): ComparedPair {
  const names = { first: first.run, second: second.run };
  const sharedCases = first.how === second.how ? [...first.gains.keys()].filter((key) => second.gains.has(key)) : [];
  if (sharedCases.length === 0) return { ...names, ...NOTHING };
  const gainDifferences = Float64Array.from(
    sharedCases,
    (key) => second.gains.get(key)!.gain - first.gains.get(key)!.gain,
  );
  const userIndices = userIndicesOf(sharedCases.map((key) => first.gains.get(key)!.user));
  const difference = gainDifferences.reduce((sum, gain) => sum + gain, 0) / gainDifferences.length;
  const { low, high } = middle95(bootstrapMeans([gainDifferences], SEED, tick, userIndices)[0]!);
  const better = low > 0 ? second.run : high < 0 ? first.run : null;
  return { ...names, users: new Set(userIndices).size, difference, low, high, better };
}
