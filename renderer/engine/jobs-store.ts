import { create } from 'zustand';
import type { Job } from '../../shared/contract/jobs.ts';

interface Jobs {
  byId: Readonly<Record<string, Job>>;
  put(job: Job): void;
  replace(jobs: readonly Job[]): void;
}

/** All jobs of the open workspace, as last reported by the engine. */
export const useJobs = create<Jobs>((set) => ({
  byId: {},
  put: (job) => set(({ byId }) => ({ byId: { ...byId, [job.id]: job } })),
  replace: (jobs) => set({ byId: Object.fromEntries(jobs.map((job) => [job.id, job])) }),
}));

export function isActive(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running';
}

/** Returns the newest active job, of one kind or of any. */
export function activeJob(byId: Jobs['byId'], kind?: string): Job | undefined {
  return Object.values(byId)
    .filter((job) => isActive(job) && (kind === undefined || job.kind === kind))
    .sort((a, b) => b.started - a.started)[0];
}
