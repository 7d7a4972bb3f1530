import type { Job } from '../../../shared/contract/jobs.ts';
import { useCurves } from '../../engine/curves.ts';
import { attemptKey, useJobs } from '../../engine/jobs-store.ts';
import { DAY } from './day.ts';

export const runningJob: Job = {
  id: 'job-3',
  kind: 'train.start',
  state: 'running',
  started: DAY,
  ended: null,
  progress: { stage: 'train.steps', done: 1240, total: 3000, unit: 'steps' },
  secondsLeft: 312,
  error: null,
  resumable: true,
};

export const queuedJob: Job = { ...runningJob, id: 'job-4', state: 'queued', progress: null, secondsLeft: null };

export const cancelledJob: Job = { ...runningJob, id: 'job-2', state: 'cancelled', secondsLeft: null };

export const failedJob: Job = {
  ...cancelledJob,
  id: 'job-1',
  state: 'failed',
  error: {
    code: 'DISK_FULL',
    message: 'The disk is full.',
    hint: 'Free disk space and try again. The workspace is unchanged.',
  },
};

const finetuning: Job = {
  ...runningJob,
  id: 'job-5',
  kind: 'prediction.train',
  progress: { stage: 'finetune.models', done: 3, total: 5, unit: 'splits' },
};

/** Puts jobs and a curve into the stores that the engine normally fills. */
export function reportJobs(): void {
  const steps = Array.from({ length: 60 }, (_, at) => 20 * at);
  useJobs.setState({ byId: { [finetuning.id]: finetuning } });
  useCurves.setState({
    byJob: {
      [attemptKey(runningJob)]: {
        loss: steps.map((step) => [step, 4 + 3 * Math.exp(-step / 400) + 0.2 * Math.sin(step)]),
        'validation.loss': [300, 600, 900].map((step) => [step, 4.1 + 3 * Math.exp(-step / 450)]),
        'validation.ndcg@10': [300, 600, 900].map((step) => [step, 0.1 * (1 - Math.exp(-step / 400))]),
      },
    },
  });
}
