import type { Baseline, Skipped } from '../../../../shared/contract/train.ts';
import { rankingMetrics } from '../../train/rank/metrics.ts';
import { rankAll } from '../../train/rank/rank.ts';
import type { Questions } from '../../train/rank/rank-batches.ts';
import type { Training } from './baseline-data.ts';
import type { Candidate, Candidates } from './candidate.ts';
import { factors, factorsBytes } from './factors.ts';
import { followers } from './followers.ts';
import { neighbours } from './neighbours.ts';
import { popularity } from './popularity.ts';
import { recent } from './recent.ts';

/** In the order in which they are shown: the cheap ones first. */
export const BASELINES: Readonly<Record<Baseline, Candidates>> = { popularity, recent, followers, neighbours, factors };

/** Memory that a baseline may take, in bytes. */
const MOST_BYTES = 1e9;

export interface Limits {
  /** Seconds for the baseline, its choice of settings included. */
  readonly seconds: number;
  /** Called often; throws to cancel. */
  readonly checkCancelled: () => void;
}

/**
 * The baseline under the settings that do best on validation by NDCG@10, as the model's were chosen too; or why there is
 * none. Once the time is up, the best found so far is taken.
 */
export function chooseBaseline(
  name: Baseline,
  training: Training,
  validation: Questions,
  { seconds, checkCancelled }: Limits,
): Candidate | Skipped {
  if (name === 'recent' && !training.dates) return { baseline: name, reason: 'no-times' };
  if (name === 'factors' && factorsBytes(training) > MOST_BYTES) return { baseline: name, reason: 'too-large' };
  const end = performance.now() + 1000 * seconds;
  const tick = () => {
    checkCancelled();
    if (name !== 'popularity' && performance.now() > end) throw new TimeIsUp();
  };
  let best: Candidate | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  try {
    for (const candidate of BASELINES[name](training, tick)) {
      const value = rankingMetrics(rankAll(validation, candidate.score, { onBatch: tick }).ranks)['ndcg@10']!;
      if (value > bestValue) [best, bestValue] = [candidate, value];
    }
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
  }
  return best ?? { baseline: name, reason: 'too-slow' };
}

class TimeIsUp extends Error {}
