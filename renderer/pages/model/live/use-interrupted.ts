import { useState } from 'react';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { useJobs } from '../../../engine/jobs-store.ts';

const DISMISSED = 'portrait.dismissed';

const TRAININGS = ['train.start', 'text.train', 'text.rate'];

/** The newest training, where it did not come to its end and can be taken up again. */
export function interrupted(jobs: readonly Job[]): Job | null {
  const newest = jobs.filter(({ kind }) => TRAININGS.includes(kind)).sort((a, b) => b.started - a.started)[0];
  const stopped = newest?.state === 'cancelled' || newest?.state === 'failed';
  return newest && stopped && newest.resumable ? newest : null;
}

/** The same, until it is waved away. */
export function useInterrupted() {
  const byId = useJobs((state) => state.byId);
  const [dismissed, setDismissed] = useState(() => localStorage.getItem(DISMISSED));
  const job = interrupted(Object.values(byId));
  const dismiss = () => {
    if (!job) return;
    localStorage.setItem(DISMISSED, markOf(job));
    setDismissed(markOf(job));
  };
  return { job: job && markOf(job) !== dismissed ? job : null, dismiss };
}

const markOf = ({ id, started }: Job) => `${id} ${started}`;
