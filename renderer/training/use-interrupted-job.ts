import { useState } from 'react';
import type { Job } from '../../shared/contract/jobs.ts';
import { attemptKey, useJobs } from '../engine/jobs-store.ts';

/** Kinds of training jobs that can be resumed. */
export const TRAINING_JOBS = ['train.start', 'text.train', 'text.rate'] as const;
export const SEARCH_JOBS = ['train.search'] as const;
type JobKinds = typeof TRAINING_JOBS | typeof SEARCH_JOBS;

/** Returns the newest job of the given kinds if it was cancelled or failed and can be resumed, else null. */
export function interruptedJob(jobs: readonly Job[], kinds: JobKinds): Job | null {
  const newest = jobs.filter((job) => kinds.some((kind) => kind === job.kind)).sort((a, b) => b.started - a.started)[0];
  const stopped = newest?.state === 'cancelled' || newest?.state === 'failed';
  return newest && stopped && newest.resumable ? newest : null;
}

/**
 * Returns the interrupted job of the given kinds until the user dismisses it; the dismissal is kept in localStorage.
 */
export function useInterruptedJob(kinds: JobKinds) {
  const storageKey = `portrait.dismissed.${kinds[0]}`;
  const byId = useJobs((state) => state.byId);
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(storageKey));
  const job = interruptedJob(Object.values(byId), kinds);
  const dismiss = () => {
    if (!job) return;
    localStorage.setItem(storageKey, attemptKey(job));
    setDismissed(attemptKey(job));
  };
  return { job: job && attemptKey(job) !== dismissed ? job : null, dismiss };
}
