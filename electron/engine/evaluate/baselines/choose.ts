import type { Baseline, SkippedBaseline } from '../../../../shared/contract/train.ts';
import { rankingMetrics } from '../../train/rank/metrics.ts';
import { rankAll } from '../../train/rank/rank.ts';
import type { TestSet } from '../../train/rank/rank-batches.ts';
import type { BaselineData } from './baseline-data.ts';
import type { Candidate, Candidates } from './candidate.ts';
import { factors, factorsBytes } from './factors.ts';
import { followers } from './followers.ts';
import { neighbours } from './neighbours.ts';
import { popularity } from './popularity.ts';
import { recent } from './recent.ts';

/** In display order: the cheap ones first. */
export const BASELINES: Readonly<Record<Baseline, Candidates>> = { popularity, recent, followers, neighbours, factors };

/** Memory limit of a baseline, in bytes. */
const MAX_BYTES = 1e9;

export interface Limits {
  /** Time limit per baseline, including the choice of its settings. */
  readonly seconds: number;
  /** Called often; throws to cancel. */
  readonly checkCancelled: () => void;
}

/**
 * Returns the baseline with the settings that do best on validation by NDCG@10, like those of the model, or the reason
 * why there is none. When the time limit is reached, the best candidate so far is returned.
 */
export function chooseBaseline(
  name: Baseline,
  training: BaselineData,
  validation: TestSet,
  { seconds, checkCancelled }: Limits,
): Candidate | SkippedBaseline {
  if (name === 'recent' && !training.dates) return { baseline: name, reason: 'no-times' };
  if (name === 'factors' && factorsBytes(training) > MAX_BYTES) return { baseline: name, reason: 'too-large' };
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
