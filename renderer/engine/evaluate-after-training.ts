import { create } from 'zustand';
import type { Job } from '../../shared/contract/jobs.ts';
import { TrainSummary } from '../../shared/contract/train.ts';
import type { EngineClient } from '../../shared/protocol/client.ts';

const WANTED = 'portrait.judgeAfter';
const LAST = 'portrait.lastJudged';

interface JudgeAfter {
  /** Whether a model is judged as soon as it has been trained. */
  on: boolean;
  set(on: boolean): void;
}

export const useJudgeAfter = create<JudgeAfter>((set) => ({
  on: localStorage.getItem(WANTED) !== 'no',
  set: (on) => {
    localStorage.setItem(WANTED, on ? 'yes' : 'no');
    set({ on });
  },
}));

/** Starts the evaluation of what a training ended with; of several windows only one does. */
export async function judgeAfter(job: Job, client: EngineClient): Promise<void> {
  if (!useJudgeAfter.getState().on || !isTraining(job) || !mine(job)) return;
  const { output } = await client.call('jobs.result', { job: job.id });
  const { run } = TrainSummary.pick({ run: true }).parse(output);
  await client.start('train.evaluate', { run });
}

const isTraining = ({ kind, state }: Job) => state === 'done' && (kind === 'train.start' || kind === 'train.search');

function mine({ id, started }: Job): boolean {
  const claim = `${id} ${started}`;
  if (localStorage.getItem(LAST) === claim) return false;
  localStorage.setItem(LAST, claim);
  return true;
}
