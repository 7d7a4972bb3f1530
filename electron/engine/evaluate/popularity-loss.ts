import { FIRST_TOKEN } from '../sequence/fields.ts';
import type { TestCase } from '../train/rank/rank-batches.ts';
import { type BaselineData, popularityOf } from './baselines/baseline-data.ts';

/**
 * Returns the mean of -log(share of the item in training) over targets, in nats: the loss of a model that knows only
 * popularity. Null if there are no targets.
 */
export function popularityLossOf(training: BaselineData, cases: readonly TestCase[]): number | null {
  const counts = popularityOf(training);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const targets = cases.map(({ event }) => training.items[event]!).filter((token) => token >= FIRST_TOKEN);
  if (targets.length === 0) return null;
  return targets.reduce((sum, token) => sum + Math.log(total / counts[token]!), 0) / targets.length;
}
