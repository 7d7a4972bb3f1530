import { create } from 'zustand';
import type { Job } from '../../shared/contract/jobs.ts';
import { TrainSummary } from '../../shared/contract/train.ts';
import type { EngineClient } from '../../shared/protocol/client.ts';
import { attemptKey } from './jobs-store.ts';

const ENABLED_KEY = 'portrait.judgeAfter';
const LAST_EVALUATED_KEY = 'portrait.lastJudged';

interface EvaluateAfterTraining {
  /** Whether a model is evaluated as soon as it has been trained. */
  enabled: boolean;
  setEnabled(enabled: boolean): void;
}

export const useEvaluateAfterTraining = create<EvaluateAfterTraining>((set) => ({
  enabled: localStorage.getItem(ENABLED_KEY) !== 'no',
  setEnabled: (enabled) => {
    localStorage.setItem(ENABLED_KEY, enabled ? 'yes' : 'no');
    set({ enabled });
  },
}));

/**
 * Starts the evaluation of the run that a training produced, if `job` is a training that has just finished; with several
 * windows open, only one does.
 */
export async function evaluateAfterTraining(job: Job, client: EngineClient): Promise<void> {
  if (!useEvaluateAfterTraining.getState().enabled || !isFinishedTraining(job) || !claimEvaluation(job)) return;
  const { output } = await client.call('jobs.result', { job: job.id });
  const { run } = TrainSummary.pick({ run: true }).parse(output);
  await client.start('train.evaluate', { run });
}

const isFinishedTraining = ({ kind, state }: Job) =>
  state === 'done' && (kind === 'train.start' || kind === 'train.search');

function claimEvaluation(job: Job): boolean {
  const claim = attemptKey(job);
  if (localStorage.getItem(LAST_EVALUATED_KEY) === claim) return false;
  localStorage.setItem(LAST_EVALUATED_KEY, claim);
  return true;
}
