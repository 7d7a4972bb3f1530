import type { Scoring } from '../../../../shared/contract/prediction.ts';
import type { JobContext } from '../../jobs/context.ts';
import type { Pool } from '../../threads/pool.ts';
import type { Dataset } from '../../train/dataset.ts';
import { type Calibration, calibrated } from '../evaluate/calibrate.ts';
import { keepTopRanked } from '../evaluate/evaluate-prediction.ts';
import { type Examples, factsOf, wholeHistories } from '../examples.ts';
import { timeSpan } from '../labels/cutoffs.ts';
import type { Labels } from '../labels/labels.ts';
import { type EncoderInput, type Scorer, scoresOf } from './scorer.ts';

/** Number of ranked things kept for each user. */
const RANKED_PER_USER = 20;
/** Users scored per chunk, to bound memory. */
const CHUNK = 32_768;

/** A prediction that is ready to score users. */
export interface PredictionModel {
  readonly labels: Pick<Labels, 'kind' | 'names'>;
  readonly scorer: Scorer;
  readonly calibration: Calibration;
  /** Whether it was trained on events with dates. */
  readonly dates: boolean;
}

/** Scores the whole history of every user. Returns (users × classes), row-major: see `UserScores`. */
export async function scoreAllUsers(
  { labels, scorer, calibration, dates }: PredictionModel,
  encoderInput: EncoderInput,
  { histories, time }: Dataset,
  pool: Pool,
  context: Pick<JobContext, 'progress' | 'checkCancelled'>,
): Promise<Float32Array> {
  const allExamples = wholeHistories(histories);
  const total = allExamples.history.length;
  const values = new Float32Array(total * labels.names.length);
  for (let from = 0; from < total; from += CHUNK) {
    const examples = sliceExamples(allExamples, from, Math.min(total, from + CHUNK));
    const facts = factsOf(histories, examples, dates && time.dates);
    const onProgress = (done: number) => {
      context.checkCancelled();
      context.progress({ stage: 'finetune.score', done: from + done, total, unit: 'users' });
    };
    const scores = await scoresOf(scorer, encoderInput, examples, facts, pool, onProgress);
    values.set(
      keepTopRanked(labels, calibrated(labels, calibration, scores), RANKED_PER_USER),
      from * labels.names.length,
    );
  }
  return values;
}

const sliceExamples = ({ history, to, at }: Examples, from: number, end: number): Examples => ({
  history: history.subarray(from, end),
  to: to.subarray(from, end),
  at: at.subarray(from, end),
});

/**
 * Returns the time of scoring and the time of the last event; `version` is the data version of the workspace
 * (`dataVersion`).
 */
export function scoringOf({ histories, time }: Dataset, version: string): Scoring {
  return { at: Date.now(), asOf: time.dates ? timeSpan(histories).last : null, dataVersion: version };
}
