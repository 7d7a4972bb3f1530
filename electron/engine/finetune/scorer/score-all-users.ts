import type { Scoring } from '../../../../shared/contract/finetune.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Pool } from '../../threads/pool.ts';
import type { Dataset } from '../../train/dataset.ts';
import { type Examples, factsOf, wholeHistories } from '../examples.ts';
import { type Calibration, calibrated } from '../judge/calibrate.ts';
import { onlyBest } from '../judge/evaluate-head.ts';
import { timeSpan } from '../labels/cutoffs.ts';
import type { Labels } from '../labels/labels.ts';
import { type Reading, type Scorer, scoresOf } from './scorer.ts';

/** Things of a ranking that are kept of each user. */
const KEPT_THINGS = 20;
/** Users that are held in memory at once. */
const CHUNK = 32_768;

/** A head that is ready to be used. */
export interface ReadyHead {
  readonly labels: Pick<Labels, 'kind' | 'names'>;
  readonly scorer: Scorer;
  readonly calibration: Calibration;
  /** Whether it was learnt from events with dates. */
  readonly dates: boolean;
}

/** What a head says of every history as a whole, (users × classes), row-major: see `UserScores`. */
export async function scoreEveryone(
  { labels, scorer, calibration, dates }: ReadyHead,
  reading: Reading,
  { histories, time }: Dataset,
  pool: Pool,
  context: Pick<JobContext, 'progress' | 'checkCancelled'>,
): Promise<Float32Array> {
  const everyone = wholeHistories(histories);
  const total = everyone.history.length;
  const values = new Float32Array(total * labels.names.length);
  for (let from = 0; from < total; from += CHUNK) {
    const examples = part(everyone, from, Math.min(total, from + CHUNK));
    const facts = factsOf(histories, examples, dates && time.dates);
    const tick = (done: number) => {
      context.checkCancelled();
      context.progress({ stage: 'finetune.score', done: from + done, total, unit: 'users' });
    };
    const scores = await scoresOf(scorer, reading, examples, facts, pool, tick);
    values.set(onlyBest(labels, calibrated(labels, calibration, scores), KEPT_THINGS), from * labels.names.length);
  }
  return values;
}

const part = ({ history, to, at }: Examples, from: number, end: number): Examples => ({
  history: history.subarray(from, end),
  to: to.subarray(from, end),
  at: at.subarray(from, end),
});

/** When and as of when a data set's users are scored; `mark` is that of the workspace (`dataMark`). */
export function scoringOf({ histories, time }: Dataset, mark: string): Scoring {
  return { at: Date.now(), asOf: time.dates ? timeSpan(histories).last : null, mark };
}
