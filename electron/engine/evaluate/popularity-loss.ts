import { FIRST_TOKEN } from '../sequence/fields.ts';
import type { Held } from '../train/rank/rank-batches.ts';
import { popularityOf, type Training } from './baselines/baseline-data.ts';

/** Mean of -log(share of the item in training) over targets, in nats: the loss of who knows popularity alone; null of none. */
export function popularityLossOf(training: Training, held: readonly Held[]): number | null {
  const counts = popularityOf(training);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const targets = held.map(({ event }) => training.items[event]!).filter((token) => token >= FIRST_TOKEN);
  if (targets.length === 0) return null;
  return targets.reduce((sum, token) => sum + Math.log(total / counts[token]!), 0) / targets.length;
}
