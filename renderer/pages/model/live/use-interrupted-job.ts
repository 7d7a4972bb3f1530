import { useState } from 'react';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { useJobs } from '../../../engine/jobs-store.ts';

/** Kinds of jobs that learn long enough to be gone on with. */
export const TRAININGS = ['train.start', 'text.train', 'text.rate'] as const;
export const SEARCHES = ['train.search'] as const;
type Kinds = typeof TRAININGS | typeof SEARCHES;

/** The newest job of some kinds, where it did not come to its end and can be taken up again. */
export function interrupted(jobs: readonly Job[], kinds: Kinds): Job | null {
  const newest = jobs.filter((job) => kinds.some((kind) => kind === job.kind)).sort((a, b) => b.started - a.started)[0];
  const stopped = newest?.state === 'cancelled' || newest?.state === 'failed';
  return newest && stopped && newest.resumable ? newest : null;
}

/** The same, until it is waved away. */
export function useInterrupted(kinds: Kinds) {
  const kept = `portrait.dismissed.${kinds[0]}`;
  const byId = useJobs((state) => state.byId);
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(kept));
  const job = interrupted(Object.values(byId), kinds);
  const dismiss = () => {
    if (!job) return;
    localStorage.setItem(kept, markOf(job));
    setDismissed(markOf(job));
  };
  return { job: job && markOf(job) !== dismissed ? job : null, dismiss };
}

const markOf = ({ id, started }: Job) => `${id} ${started}`;
