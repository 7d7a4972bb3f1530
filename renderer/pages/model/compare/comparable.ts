import type { ComparedPair, Comparison } from '../../../../shared/contract/runs.ts';

type Pairs = readonly ComparedPair[];

/** Returns the pairs of runs that were evaluated on the same test cases. */
export const comparablePairs = (pairs: Pairs): ComparedPair[] => pairs.filter(({ users }) => users > 0);

/** Returns the runs that were evaluated on the same test cases as another one. */
export function comparableRuns({ runs, pairs }: Pick<Comparison, 'runs' | 'pairs'>): Comparison['runs'] {
  const names = new Set(comparablePairs(pairs).flatMap(({ first, second }) => [first, second]));
  return runs.filter(({ run }) => names.has(run));
}
